package org.ilium.reviews;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ReviewRepository implements PanacheRepositoryBase<Review, UUID> {

    Optional<Review> ofInvitation(UUID invitationId) {
        return find("invitationId", invitationId).firstResultOptional();
    }

    /** Locked until the transaction ends, so that a withdrawal and a decision take turns. */
    Optional<Review> lockOfInvitation(UUID invitationId) {
        return find("invitationId", invitationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Review> lock(UUID reviewId) {
        return findByIdOptional(reviewId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The authorization in force on {@code today} (a date in the clinic's zone), if there is. */
    Optional<ReviewAuthorization> authorization(UUID reviewId, LocalDate today) {
        return notWithdrawn(reviewId).filter(a -> a.expiresOn.isAfter(today));
    }

    /** The authorization that was not withdrawn, though it may have run out. */
    Optional<ReviewAuthorization> notWithdrawn(UUID reviewId) {
        return getEntityManager()
                .createQuery(
                        "from ReviewAuthorization where reviewId = :review and withdrawnAt is null",
                        ReviewAuthorization.class)
                .setParameter("review", reviewId)
                .getResultStream()
                .findFirst();
    }

    /** Why it was last withheld; empty when the last decision was to show it, or there is none. */
    Optional<WithholdReason> lastReason(UUID reviewId) {
        return getEntityManager()
                .createQuery(
                        "from Moderation where reviewId = :review order by decidedAt desc, id desc",
                        Moderation.class)
                .setParameter("review", reviewId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(m -> m.reason);
    }
}
