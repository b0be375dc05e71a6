package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.booking.AppointmentInfo;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.DemoMode;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked for a review, the same way for everyone: the first completed visit of an episode of
 * care, a fixed time after it. Every visit leaves a row, also one that is not asked about.
 */
@ApplicationScoped
public class ReviewInvitations {

    /** How long the link in an invitation opens the review page. */
    public static final Duration LINK_VALIDITY = Duration.ofDays(30);

    private final EntityManager database;
    private final Patients patients;
    private final ClinicDirectory clinic;
    private final PatientLinks links;
    private final Clock clock;
    private final Duration askAfter;

    ReviewInvitations(
            EntityManager database,
            Patients patients,
            ClinicDirectory clinic,
            PatientLinks links,
            Clock clock,
            @ConfigProperty(name = "ilium.reviews.ask-after") Duration askAfter,
            DemoMode demo) {
        this.database = database;
        this.patients = patients;
        this.clinic = clinic;
        this.links = links;
        this.clock = clock;
        // whoever walks through the demo will not wait for days
        this.askAfter = demo.isOn() ? Duration.ZERO : askAfter;
    }

    /**
     * Makes a link by which the patient reaches the page of this invitation, and returns its token.
     * There is no other way to a review, so nobody can write one without a completed visit.
     */
    @Transactional
    public String mintLink(UUID invitationId) {
        return links.mint(LinkKind.REVIEW, invitationId, LINK_VALIDITY);
    }

    /** The invitation of a visit; empty when the visit was never completed. */
    @Transactional
    public Optional<Invitation> ofAppointment(UUID appointmentId) {
        return database.createQuery(
                        "from ReviewInvitation where appointmentId = :visit",
                        ReviewInvitation.class)
                .setParameter("visit", appointmentId)
                .getResultStream()
                .findFirst()
                .map(ReviewInvitation::view);
    }

    /** Notes a completed visit; noting it again changes nothing. */
    @Transactional
    void note(AppointmentInfo visit) {
        if (visit.patientId() == null) {
            insert(visit, null, ExclusionReason.NO_CHART);
            return;
        }
        UUID episode = patients.openEpisode(visit.patientId()).map(EpisodeInfo::id).orElse(null);
        // two visits of one episode may be completed at once: the index lets one through
        if (insert(visit, episode, null) == 0) {
            insert(visit, episode, ExclusionReason.ALREADY_ASKED);
        }
    }

    private int insert(
            AppointmentInfo visit, @Nullable UUID episode, @Nullable ExclusionReason excluded) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(visit.time().start(), clinic.profile().zone());
        return database.createNativeQuery(
                        """
                        insert into review_invitation (id, appointment_id, patient_id, episode_id,
                            practitioner_id, practitioner_name, visit_month, due_at,
                            excluded_reason, excluded_at)
                        values (:id, :visit, cast(:patient as uuid), cast(:episode as uuid), :practitioner, :name, :month, :due,
                            cast(:excluded as text), cast(:excludedAt as timestamptz))
                        on conflict do nothing""")
                .setParameter("id", Ids.next())
                .setParameter("visit", visit.id())
                .setParameter("patient", visit.patientId())
                .setParameter("episode", episode)
                .setParameter("practitioner", visit.practitionerId())
                .setParameter("name", visit.practitionerName())
                .setParameter("month", day.withDayOfMonth(1))
                .setParameter("due", now.plus(askAfter))
                .setParameter("excluded", excluded == null ? null : excluded.code())
                .setParameter("excludedAt", excluded == null ? null : now)
                .executeUpdate();
    }
}
