package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.shared.DemoMode;
import org.jspecify.annotations.Nullable;

/**
 * Made-up reviews for the demo clinic, marked so wherever they are shown; made by the same steps as
 * real ones. Refuses to work anywhere else.
 */
@ApplicationScoped
public class DemoReviews {

    private final EntityManager database;
    private final ReviewInvitations invitations;
    private final PatientLinks links;
    private final ReviewWriting writing;
    private final ReviewPermissions permissions;
    private final ReviewRepository repository;
    private final ReviewQueue queue;
    private final Clock clock;
    private final boolean demo;

    DemoReviews(
            EntityManager database,
            ReviewInvitations invitations,
            PatientLinks links,
            ReviewWriting writing,
            ReviewPermissions permissions,
            ReviewRepository repository,
            ReviewQueue queue,
            Clock clock,
            DemoMode demo) {
        this.database = database;
        this.invitations = invitations;
        this.links = links;
        this.writing = writing;
        this.permissions = permissions;
        this.repository = repository;
        this.queue = queue;
        this.clock = clock;
        this.demo = demo.isOn();
    }

    /**
     * Adds a review of a completed visit that was to be asked about, without mail. It stays private
     * when {@code style} is null, and waits in the queue when {@code decidedBy}, the account that
     * shows it, is null.
     */
    @Transactional
    public UUID add(
            UUID appointmentId,
            int rating,
            String text,
            @Nullable NameStyle style,
            @Nullable UUID decidedBy) {
        if (!demo) {
            throw new IllegalStateException("made-up reviews belong in the demo clinic only");
        }
        UUID invitation = invitations.ofAppointment(appointmentId).orElseThrow().id();
        markAsked(invitation);
        LinkOutcome.Opened link =
                (LinkOutcome.Opened) links.open(LinkKind.REVIEW, invitations.mintLink(invitation));
        UUID review = writing.write(link, rating, text).orThrow();
        if (style == null) {
            return review;
        }
        permissions
                .authorize(
                        link,
                        new Permission(style, true, "Demo signature", AuthorizationTerms.VERSION))
                .orThrow();
        if (decidedBy != null) {
            UUID permission = repository.notWithdrawn(review).orElseThrow().id;
            queue.decideAs(decidedBy, review, permission, ModerationDecision.SHOW, null).orThrow();
        }
        return review;
    }

    private void markAsked(UUID invitation) {
        int marked =
                database.createQuery(
                                "update ReviewInvitation set askedAt = :now where id = :id"
                                        + " and askedAt is null and excludedReason is null")
                        .setParameter("now", clock.instant())
                        .setParameter("id", invitation)
                        .executeUpdate();
        if (marked == 0) {
            throw new IllegalStateException("that visit was not to be asked about");
        }
    }
}
