package org.ilium.reviews;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.access.AuditTrail;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.DatabaseClock;
import org.ilium.shared.Every;
import org.ilium.shared.RegularTask;
import org.ilium.shared.RegularWork;
import org.ilium.shared.Whereabouts;
import org.ilium.shared.database.Trouble;
import org.jboss.logging.Logger;

/**
 * Asks those whose time has come, or notes why not. Each invitation has a transaction of its own,
 * and several replicas may work at once.
 */
@ApplicationScoped
class DueInvitations implements RegularTask {

    private static final Logger LOG = Logger.getLogger(DueInvitations.class);
    private static final UUID NONE = new UUID(0, 0);

    private final EntityManager database;
    private final Patients patients;
    private final AuditTrail audit;
    private final Event<ReviewInvited> invited;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final RegularWork work;
    private final String every;

    DueInvitations(
            EntityManager database,
            Patients patients,
            AuditTrail audit,
            Event<ReviewInvited> invited,
            Clock clock,
            DatabaseClock databaseClock,
            RegularWork work,
            @ConfigProperty(name = "ilium.reviews.ask-check") String every) {
        this.database = database;
        this.patients = patients;
        this.audit = audit;
        this.invited = invited;
        this.clock = clock;
        this.databaseClock = databaseClock;
        this.work = work;
        this.every = every;
    }

    @Override
    public Optional<Duration> every() {
        return Every.of(every);
    }

    @Override
    public void round() {
        askAllDue();
    }

    void askAllDue() {
        Set<UUID> tried = new HashSet<>(Set.of(NONE));
        while (!work.stopping() && askNext(tried)) {
            // until none is left; one that failed waits for the next round
        }
    }

    /** False when none is left; a database that is away ends the round. */
    private boolean askNext(Set<UUID> tried) {
        int before = tried.size();
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> claim(tried).map(this::ask))
                    .isPresent();
        } catch (RuntimeException e) {
            if (Trouble.of(e) != null) {
                throw e;
            }
            LOG.errorf(
                    "An invitation to review could not be sent; it is tried again later: %s",
                    Whereabouts.of(e));
            return tried.size() > before;
        }
    }

    private Optional<ReviewInvitation> claim(Set<UUID> tried) {
        @SuppressWarnings("unchecked")
        Optional<ReviewInvitation> next =
                database.createNativeQuery(
                                """
                                select * from review_invitation
                                where asked_at is null and excluded_reason is null
                                and due_at <= :now and id not in (:tried)
                                order by due_at limit 1 for update skip locked""",
                                ReviewInvitation.class)
                        .setParameter("now", databaseClock.instant())
                        .setParameter("tried", tried)
                        .getResultStream()
                        .findFirst();
        next.ifPresent(invitation -> tried.add(invitation.id));
        return next;
    }

    private ReviewInvitation ask(ReviewInvitation invitation) {
        Optional<ExclusionReason> reason = exclusion(invitation);
        if (reason.isPresent()) {
            invitation.excludedReason = reason.get();
            invitation.excludedAt = clock.instant();
            audit.recordBySystem(
                    "exclude", "review-invitation", invitation.id, invitation.patientId);
            return invitation;
        }
        invitation.askedAt = clock.instant();
        audit.recordBySystem("ask", "review-invitation", invitation.id, invitation.patientId);
        database.flush();
        invited.fire(new ReviewInvited(invitation.id));
        return invitation;
    }

    private Optional<ExclusionReason> exclusion(ReviewInvitation invitation) {
        PatientInfo patient =
                patients.find(Objects.requireNonNull(invitation.patientId)).orElseThrow();
        // rather silent once too often
        if (patients.mayGrieve(patient.id())) {
            return Optional.of(ExclusionReason.PREGNANCY_LOSS);
        }
        if (!patient.reviewAsks()) {
            return Optional.of(ExclusionReason.OPTED_OUT);
        }
        boolean reachable = patient.email() != null && !patient.email().isBlank();
        return reachable ? Optional.empty() : Optional.of(ExclusionReason.NO_VALID_ADDRESS);
    }
}
