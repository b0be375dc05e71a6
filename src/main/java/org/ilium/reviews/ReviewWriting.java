package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.LinkOutcome;
import org.ilium.reviews.MyReview.Step;
import org.ilium.reviews.ReviewOutcome.Done;
import org.ilium.reviews.ReviewOutcome.Refused;
import org.ilium.shared.DemoMode;
import org.jspecify.annotations.Nullable;

/** What a patient does with the link in her invitation: sees her review, and writes it once. */
@ApplicationScoped
public class ReviewWriting {

    /** Characters a review may have. */
    public static final int LONGEST = 4000;

    private final ReviewRepository repository;
    private final Reviews reviews;
    private final AuditTrail audit;
    private final Clock clock;
    private final boolean demo;

    ReviewWriting(
            ReviewRepository repository,
            Reviews reviews,
            AuditTrail audit,
            Clock clock,
            DemoMode demo) {
        this.repository = repository;
        this.reviews = reviews;
        this.audit = audit;
        this.clock = clock;
        this.demo = demo.isOn();
    }

    /** Where the holder of the link stands; never writes. */
    @Transactional
    public Optional<MyReview> ofInvitation(UUID invitationId) {
        return reviews.invitation(invitationId).map(this::view);
    }

    private MyReview view(Invitation invitation) {
        Optional<Review> found = repository.ofInvitation(invitation.id());
        if (found.isEmpty()) {
            return view(invitation, Step.TO_WRITE, 0, "", null, null);
        }
        Review review = found.get();
        ReviewAuthorization permission =
                repository.authorization(review.id, reviews.today()).orElse(null);
        String because =
                review.status != ReviewStatus.WITHHELD
                        ? null
                        : repository.lastReason(review.id).map(WithholdReason::plain).orElse(null);
        Step step = step(review, permission != null);
        return view(invitation, step, review.rating, review.text, because, permission);
    }

    private static Step step(Review review, boolean authorized) {
        if (review.status == ReviewStatus.WITHDRAWN) {
            return Step.WITHDRAWN;
        }
        if (review.status == ReviewStatus.WITHHELD) {
            return Step.WITHHELD;
        }
        if (!authorized) {
            return Step.PRIVATE;
        }
        return review.status == ReviewStatus.SHOWN ? Step.SHOWN : Step.WAITING;
    }

    private MyReview view(
            Invitation invitation,
            Step step,
            int rating,
            String text,
            @Nullable String because,
            @Nullable ReviewAuthorization permission) {
        PublicReview asShown =
                permission == null
                        ? null
                        : new PublicReview(
                                permission.reviewId,
                                permission.shownRating,
                                permission.shownText,
                                permission.shownName,
                                permission.shownPractitioner,
                                invitation.visitMonth(),
                                demo);
        return new MyReview(
                step,
                invitation.practitionerName(),
                invitation.visitMonth(),
                rating,
                text,
                asShown,
                permission == null ? null : permission.expiresOn,
                because);
    }

    /**
     * Keeps a review of 1 to 5 stars and at most {@link #LONGEST} characters, privately. Writing
     * the same again is taken as the same press of the button; anything else is refused.
     */
    @Transactional
    public ReviewOutcome write(LinkOutcome.Opened link, int rating, String text) {
        Optional<Invitation> invitation = reviews.invitation(link.subjectId());
        if (invitation.isEmpty()) {
            return new Refused(ReviewRefusal.NOT_INVITED);
        }
        // random: strangers see this id, and one by time would tell them the day
        UUID id = UUID.randomUUID();
        if (insert(id, invitation.get(), rating, text) == 0) {
            Review earlier = repository.ofInvitation(invitation.get().id()).orElseThrow();
            boolean same = earlier.rating == rating && earlier.text.equals(text);
            return same ? new Done(earlier.id) : new Refused(ReviewRefusal.ALREADY_WRITTEN);
        }
        audit.recordByPatient(link.linkId(), "write", "review", id, invitation.get().patientId());
        return new Done(id);
    }

    private int insert(UUID id, Invitation invitation, int rating, String text) {
        YearMonth month = invitation.visitMonth();
        return repository
                .getEntityManager()
                .createNativeQuery(
                        """
                        insert into review (id, invitation_id, rating, text, written_at,
                            practitioner_id, visit_month, demo)
                        values (:id, :invitation, :rating, :text, :now, :practitioner, :month, :demo)
                        on conflict (invitation_id) do nothing""")
                .setParameter("id", id)
                .setParameter("invitation", invitation.id())
                .setParameter("rating", rating)
                .setParameter("text", text)
                .setParameter("now", clock.instant())
                .setParameter("practitioner", invitation.practitionerId())
                .setParameter("month", month.atDay(1))
                .setParameter("demo", demo)
                .executeUpdate();
    }
}
