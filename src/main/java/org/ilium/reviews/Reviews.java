package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.shared.DemoMode;
import org.jspecify.annotations.Nullable;

/**
 * The reviews strangers may see, and the counts that go with them. A demo clinic shows demo reviews
 * only; any other clinic shows none.
 */
@ApplicationScoped
public class Reviews {

    /** The rows are what the authorization quotes, never the review itself. */
    private static final String SHOWN =
            """
            from Review r join ReviewAuthorization a on a.id = r.shownUnder
            where r.status = org.ilium.reviews.ReviewStatus.SHOWN and r.demo = :demo
            and a.withdrawnAt is null and a.expiresOn > :today
            """;

    private final EntityManager database;
    private final ClinicDirectory clinic;
    private final Clock clock;
    private final boolean demo;

    Reviews(EntityManager database, ClinicDirectory clinic, Clock clock, DemoMode demo) {
        this.database = database;
        this.clinic = clinic;
        this.clock = clock;
        this.demo = demo.isOn();
    }

    /** The newest shown reviews, {@code limit} at most. */
    @Transactional
    public List<PublicReview> publicReviews(int limit) {
        return page(limit, null).reviews();
    }

    /** Shown reviews after the one with id {@code after}, or from the newest when that is null. */
    @Transactional
    public ReviewPage page(int limit, @Nullable UUID after) {
        Review last = after == null ? null : database.find(Review.class, after);
        String below =
                last == null
                        ? ""
                        : " and (r.writtenAt < :at or (r.writtenAt = :at and r.id < :after))";
        var query =
                database.createQuery(
                                "select r, a "
                                        + SHOWN
                                        + below
                                        + " order by r.writtenAt desc, r.id desc",
                                Object[].class)
                        .setParameter("demo", demo)
                        .setParameter("today", today())
                        .setMaxResults(limit + 1);
        if (last != null) {
            query.setParameter("at", last.writtenAt).setParameter("after", last.id);
        }
        List<PublicReview> found =
                query.getResultStream()
                        .map(row -> view((Review) row[0], (ReviewAuthorization) row[1]))
                        .toList();
        return found.size() <= limit
                ? new ReviewPage(found, null)
                : new ReviewPage(found.subList(0, limit), found.get(limit - 1).id());
    }

    /** A review that is shown now; empty for any other id. */
    @Transactional
    public Optional<PublicReview> publicReview(UUID id) {
        return database.createQuery("select r, a " + SHOWN + " and r.id = :id", Object[].class)
                .setParameter("demo", demo)
                .setParameter("today", today())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> view((Review) row[0], (ReviewAuthorization) row[1]));
    }

    @Transactional
    public ReviewCounts counts() {
        Object[] n =
                (Object[])
                        database.createNativeQuery(
                                        """
                                        select (select count(*) from review_invitation where asked_at is not null),
                                            count(*), count(a.id),
                                            count(a.id) filter (where r.status = 'shown'),
                                            count(a.id) filter (where r.status = 'withheld'),
                                            avg(a.shown_rating)::float8
                                        from review r left join review_authorization a
                                            on a.review_id = r.id and a.withdrawn_at is null
                                            and a.expires_on > :today
                                        where r.demo = :demo""")
                                .setParameter("demo", demo)
                                .setParameter("today", today())
                                .getSingleResult();
        long written = number(n[1]);
        long publishable = number(n[2]);
        return new ReviewCounts(
                number(n[0]),
                written,
                publishable,
                number(n[3]),
                number(n[4]),
                written - publishable,
                (Double) n[5]);
    }

    /** An invitation, for whoever carries it to the patient. */
    @Transactional
    public Optional<Invitation> invitation(UUID id) {
        return Optional.ofNullable(database.find(ReviewInvitation.class, id))
                .map(ReviewInvitation::view);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    ZoneId zone() {
        return clinic.profile().zone();
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }

    static PublicReview view(Review review, ReviewAuthorization authorization) {
        return new PublicReview(
                review.id,
                authorization.shownRating,
                authorization.shownText,
                authorization.shownName,
                authorization.shownPractitioner,
                YearMonth.from(review.visitMonth),
                review.demo);
    }
}
