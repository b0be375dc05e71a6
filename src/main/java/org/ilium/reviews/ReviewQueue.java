package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.reviews.ReviewOutcome.Done;
import org.ilium.reviews.ReviewOutcome.Refused;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The reviews whose authors allow them to be shown, and what staff decide about each. One queue, in
 * order of arrival; nothing here sorts or filters by stars.
 */
@ApplicationScoped
public class ReviewQueue {

    private static final String AUTHORIZED =
            """
            select r, a from Review r join ReviewAuthorization a on a.reviewId = r.id
            where a.withdrawnAt is null and a.expiresOn > :today
            """;

    private final ReviewRepository repository;
    private final ReviewPermissions permissions;
    private final Reviews reviews;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final Clock clock;

    ReviewQueue(
            ReviewRepository repository,
            ReviewPermissions permissions,
            Reviews reviews,
            AuditTrail audit,
            CurrentStaff staff,
            Clock clock) {
        this.repository = repository;
        this.permissions = permissions;
        this.reviews = reviews;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /** Those that wait for a decision, longest first, after the authorization {@code after}. */
    @Transactional
    public QueuePage waiting(int limit, @Nullable UUID after) {
        ReviewAuthorization last =
                after == null ? null : database().find(ReviewAuthorization.class, after);
        String below =
                last == null
                        ? ""
                        : " and (a.signedAt > :at or (a.signedAt = :at and a.id > :after))";
        var query =
                database()
                        .createQuery(
                                AUTHORIZED
                                        + " and r.status = org.ilium.reviews.ReviewStatus.WRITTEN"
                                        + below
                                        + " order by a.signedAt, a.id",
                                Object[].class)
                        .setParameter("today", reviews.today())
                        .setMaxResults(limit + 1);
        if (last != null) {
            query.setParameter("at", last.signedAt).setParameter("after", last.id);
        }
        List<Object[]> found = query.getResultList();
        boolean more = found.size() > limit;
        List<QueueItem> shown = shown(more ? found.subList(0, limit) : found);
        return new QueuePage(shown, more ? shown.get(limit - 1).authorizationId() : null);
    }

    /** The newest that are shown or withheld now, {@code limit} at most. */
    @Transactional
    public List<QueueItem> decided(int limit) {
        return shown(
                database()
                        .createQuery(
                                AUTHORIZED
                                        + """
                                         and r.status <> org.ilium.reviews.ReviewStatus.WRITTEN
                                        order by a.signedAt desc, a.id desc""",
                                Object[].class)
                        .setParameter("today", reviews.today())
                        .setMaxResults(limit)
                        .getResultList());
    }

    private List<QueueItem> shown(List<Object[]> rows) {
        record(rows.stream().map(row -> (Review) row[0]).toList());
        return rows.stream().map(this::item).toList();
    }

    /** One row for all of them: the words of each are hers, with her name or without. */
    private void record(List<Review> shown) {
        if (!shown.isEmpty()) {
            audit.recordShown(
                    "review-queue",
                    database()
                            .createQuery(
                                    "select patientId from ReviewInvitation"
                                            + " where id in :ids and patientId is not null",
                                    UUID.class)
                            .setParameter("ids", shown.stream().map(r -> r.invitationId).toList())
                            .getResultList(),
                    List.of());
        }
    }

    /** The newest that their authors keep private, {@code limit} at most. */
    @Transactional
    public List<PrivateReview> keptPrivate(int limit) {
        List<Review> found =
                database()
                        .createQuery(
                                """
                                from Review r where not exists (
                                    from ReviewAuthorization a where a.reviewId = r.id
                                    and a.withdrawnAt is null and a.expiresOn > :today)
                                order by r.writtenAt desc, r.id desc""",
                                Review.class)
                        .setParameter("today", reviews.today())
                        .setMaxResults(limit)
                        .getResultList();
        record(found);
        return found.stream()
                .map(r -> new PrivateReview(r.rating, r.text, YearMonth.from(r.visitMonth)))
                .toList();
    }

    /**
     * Shows or withholds a review under the permission that the decider saw. {@code reason} is null
     * exactly when it is shown.
     */
    @Transactional
    public ReviewOutcome decide(
            UUID reviewId,
            UUID authorizationId,
            ModerationDecision decision,
            @Nullable WithholdReason reason) {
        if ((decision == ModerationDecision.WITHHOLD) != (reason != null)) {
            throw new IllegalArgumentException("withholding, and only that, takes a reason");
        }
        ReviewOutcome outcome = decideAs(staff.id(), reviewId, authorizationId, decision, reason);
        if (outcome instanceof Done) {
            audit.record(decision.code(), "review", reviewId, patientOf(reviewId));
        }
        return outcome;
    }

    ReviewOutcome decideAs(
            UUID decider,
            UUID reviewId,
            UUID authorizationId,
            ModerationDecision decision,
            @Nullable WithholdReason reason) {
        Optional<Review> found = repository.lock(reviewId);
        if (found.isEmpty()) {
            return new Refused(ReviewRefusal.REVIEW_UNKNOWN);
        }
        Review review = found.get();
        Optional<ReviewAuthorization> permission =
                repository.authorization(reviewId, reviews.today());
        if (permission.isEmpty()) {
            return new Refused(ReviewRefusal.NOT_AUTHORIZED);
        }
        if (!permission.get().id.equals(authorizationId)) {
            return new Refused(ReviewRefusal.PERMISSION_CHANGED);
        }
        if (review.status == outcomeOf(decision)) {
            return new Refused(ReviewRefusal.ALREADY_DECIDED);
        }
        carryOut(review, permission.get(), reason);
        database().persist(moderation(decider, review, authorizationId, decision, reason));
        return new Done(reviewId);
    }

    private void carryOut(
            Review review, ReviewAuthorization permission, @Nullable WithholdReason reason) {
        if (reason == null) {
            review.show(permission);
        } else if (reason == WithholdReason.REVIEWER_WITHDREW) {
            permissions.end(review, permission, ReviewStatus.WITHDRAWN);
        } else if (reason == WithholdReason.NO_CONSENT) {
            permissions.end(review, permission, ReviewStatus.WITHHELD);
        } else {
            review.hide(ReviewStatus.WITHHELD);
        }
    }

    private Moderation moderation(
            UUID decider,
            Review review,
            UUID authorizationId,
            ModerationDecision decision,
            @Nullable WithholdReason reason) {
        Moderation row = new Moderation();
        row.id = Ids.next();
        row.reviewId = review.id;
        row.authorizationId = authorizationId;
        row.decision = decision;
        row.reason = reason;
        row.decidedBy = decider;
        row.decidedAt = clock.instant();
        return row;
    }

    private static ReviewStatus outcomeOf(ModerationDecision decision) {
        return decision == ModerationDecision.SHOW ? ReviewStatus.SHOWN : ReviewStatus.WITHHELD;
    }

    private QueueItem item(Object[] row) {
        Review review = (Review) row[0];
        ReviewAuthorization permission = (ReviewAuthorization) row[1];
        WithholdReason reason =
                review.status == ReviewStatus.WITHHELD
                        ? repository.lastReason(review.id).orElse(null)
                        : null;
        return new QueueItem(
                Reviews.view(review, permission),
                permission.id,
                permission.signedAt.atZone(reviews.zone()),
                review.status,
                reason);
    }

    private @Nullable UUID patientOf(UUID reviewId) {
        return repository
                .findByIdOptional(reviewId)
                .flatMap(review -> reviews.invitation(review.invitationId))
                .map(Invitation::patientId)
                .orElse(null);
    }

    private EntityManager database() {
        return repository.getEntityManager();
    }
}
