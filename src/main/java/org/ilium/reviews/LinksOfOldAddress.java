package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.patients.PatientEmailChanged;

/** Closes the links to a patient's reviews that went to an address she no longer has. */
@ApplicationScoped
class LinksOfOldAddress {

    private final EntityManager database;
    private final PatientLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    LinksOfOldAddress(EntityManager database, PatientLinks links, AuditTrail audit, Clock clock) {
        this.database = database;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    void close(@Observes PatientEmailChanged event) {
        database.createQuery(
                        "select id from ReviewInvitation where patientId = :patient", UUID.class)
                .setParameter("patient", event.patientId())
                .getResultList()
                .forEach(id -> close(id, event.patientId()));
    }

    private void close(UUID invitation, UUID patient) {
        if (links.revokeAll(LinkKind.REVIEW, invitation) == 0) {
            return;
        }
        audit.recordByStaffOrSystem("close", "review-links", invitation, patient);
        askAnew(invitation);
    }

    /**
     * By the rules that hold for everyone, and only while the ask was open and nothing written: the
     * first may never have reached her.
     */
    private void askAnew(UUID invitation) {
        database.createQuery(
                        """
                        update ReviewInvitation i set i.askedAt = null, i.dueAt = :now
                        where i.id = :id and i.askedAt > :stillOpen and i.excludedReason is null
                        and not exists (select 1 from Review r where r.invitationId = i.id)""")
                .setParameter("now", clock.instant())
                .setParameter("id", invitation)
                .setParameter("stillOpen", clock.instant().minus(ReviewInvitations.LINK_VALIDITY))
                .executeUpdate();
    }
}
