package org.ilium.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.fixture.TestClock;
import org.ilium.reviews.ReviewOutcome.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ReviewQueueTest {

    @Inject ReviewQueue queue;
    @Inject Reviews reviews;
    @Inject ReviewPermissions permissions;
    @Inject ReviewWriting writing;
    @Inject TestClock clock;

    private ReviewScene scene;

    @BeforeEach
    void open() {
        scene = new ReviewScene();
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void theQueueIsInOrderOfArrivalWhateverTheStars() {
        List<UUID> arrived =
                List.of(5, 1, 4, 2, 3).stream()
                        .map(stars -> scene.written(stars, "Stars: " + stars))
                        .toList();
        arrived.forEach(scene::authorized);

        assertThat(waiting().stream().filter(arrived::contains)).containsExactlyElementsOf(arrived);
        assertThat(pagedByOne().stream().filter(arrived::contains))
                .containsExactlyElementsOf(arrived);
    }

    @Test
    void aReviewKeptPrivateIsNotInTheQueueAndCannotBeShown() {
        UUID review = scene.written(5, "Lovely.");

        assertThat(waiting()).doesNotContain(review);
        assertThat(queue.decide(review, UUID.randomUUID(), ModerationDecision.SHOW, null))
                .isEqualTo(new Refused(ReviewRefusal.NOT_AUTHORIZED));
        assertThat(reviews.publicReview(review)).isEmpty();
    }

    @Test
    void aShownReviewIsWhatItsAuthorAllowed() {
        UUID review = scene.shown(2, "Slow, but kind.");

        PublicReview shown = reviews.publicReview(review).orElseThrow();

        assertThat(shown.text()).isEqualTo("Slow, but kind.");
        assertThat(shown.rating()).isEqualTo(2);
        assertThat(shown.name()).isEqualTo("Ada");
        assertThat(shown.practitioner()).isNull();
    }

    @Test
    void aWithdrawalUnpublishesAtOnceAndSurvivesARepeat() {
        UUID review = scene.shown(5, "Lovely.");
        UUID invitation = scene.invitationOf(review);

        permissions.withdraw(invitation, null);
        permissions.withdraw(invitation, null);

        assertThat(reviews.publicReview(review)).isEmpty();
        assertThat(reviews.publicReviews(1000)).extracting(PublicReview::id).doesNotContain(review);
        assertThat(writing.ofInvitation(invitation).orElseThrow().step())
                .isEqualTo(MyReview.Step.WITHDRAWN);
    }

    @Test
    void aReviewComesDownOnTheDayItsPermissionRunsOut() {
        UUID review = scene.shown(5, "Lovely.");
        var expires = writing.ofInvitation(scene.invitationOf(review)).orElseThrow().expiresOn();
        var midnight = expires.atStartOfDay(scene.clinic().zone()).toInstant();

        clock.set(midnight.minusMillis(1));
        assertThat(reviews.publicReview(review)).isPresent();

        clock.set(midnight);
        assertThat(reviews.publicReview(review)).isEmpty();
        assertThat(writing.ofInvitation(scene.invitationOf(review)).orElseThrow().step())
                .isEqualTo(MyReview.Step.PRIVATE);
    }

    @Test
    void aPermissionThatRanOutCanBeGivenAgainAndWaitsForADecision() {
        UUID review = scene.shown(5, "Lovely.");
        clock.advance(Duration.ofDays(800));

        scene.authorized(review);

        assertThat(reviews.publicReview(review)).isEmpty();
        assertThat(waiting()).contains(review);
    }

    @Test
    void aDecisionAboutAnotherPermissionThanTheOneSeenIsRefused() {
        UUID review = scene.written(3, "Fine.");
        UUID seen = scene.authorized(review);
        permissions.withdraw(scene.invitationOf(review), null);
        scene.authorized(review);

        assertThat(queue.decide(review, seen, ModerationDecision.SHOW, null))
                .isEqualTo(new Refused(ReviewRefusal.PERMISSION_CHANGED));
    }

    @Test
    void theSameDecisionTwiceIsRefused() {
        UUID review = scene.shown(3, "Fine.");

        assertThat(
                        queue.decide(
                                review,
                                scene.authorizationOf(review),
                                ModerationDecision.SHOW,
                                null))
                .isEqualTo(new Refused(ReviewRefusal.ALREADY_DECIDED));
    }

    @ParameterizedTest
    @EnumSource(WithholdReason.class)
    void aWithheldReviewIsNotShownAndItsAuthorLearnsWhy(WithholdReason reason) {
        UUID review = scene.shown(1, "Bad.");

        queue.decide(review, scene.authorizationOf(review), ModerationDecision.WITHHOLD, reason)
                .orThrow();

        MyReview hers = writing.ofInvitation(scene.invitationOf(review)).orElseThrow();
        assertThat(reviews.publicReview(review)).isEmpty();
        assertThat(hers.step())
                .isEqualTo(
                        reason == WithholdReason.REVIEWER_WITHDREW
                                ? MyReview.Step.WITHDRAWN
                                : MyReview.Step.WITHHELD);
        if (hers.step() == MyReview.Step.WITHHELD) {
            assertThat(hers.withheldBecause()).isEqualTo(reason.plain());
        }
    }

    @Test
    void theCountsHideNothing() {
        ReviewCounts before = reviews.counts();
        scene.shown(5, "Lovely.");
        UUID withheld = scene.written(1, "Here is her phone number.");
        queue.decide(
                        withheld,
                        scene.authorized(withheld),
                        ModerationDecision.WITHHOLD,
                        WithholdReason.PRIVATE_DATA)
                .orThrow();
        scene.authorized(scene.written(3, "Fine."));
        scene.written(2, "Not for others.");
        permissions.withdraw(scene.invitationOf(scene.shown(4, "Good.")), null);

        ReviewCounts after = reviews.counts();

        assertThat(after.written() - before.written()).isEqualTo(5);
        assertThat(after.publishable() - before.publishable()).isEqualTo(3);
        assertThat(after.shown() - before.shown()).isEqualTo(1);
        assertThat(after.withheld() - before.withheld()).isEqualTo(1);
        assertThat(after.waiting() - before.waiting()).isEqualTo(1);
        assertThat(after.keptPrivate() - before.keptPrivate()).isEqualTo(2);
    }

    @Test
    void theAverageCountsWithheldAndWaitingRatingsToo() {
        ReviewCounts before = reviews.counts();
        UUID withheld = scene.written(1, "Spam.");
        queue.decide(
                        withheld,
                        scene.authorized(withheld),
                        ModerationDecision.WITHHOLD,
                        WithholdReason.SPAM)
                .orThrow();
        scene.authorized(scene.written(2, "Meh."));
        scene.written(5, "Private.");

        double sum =
                before.averageRating() == null ? 0 : before.averageRating() * before.publishable();

        assertThat(reviews.counts().averageRating())
                .isCloseTo(
                        (sum + 3) / (before.publishable() + 2),
                        org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void demoReviewsAreNeitherShownNorCountedOutsideTheDemo() {
        UUID review = scene.shown(5, "Lovely.");
        long shown = reviews.counts().shown();
        UUID invitation = scene.invited();
        scene.sql(
                "insert into review (id, invitation_id, rating, text, written_at, practitioner_id,"
                        + " visit_month, demo) select ?1, ?2, 5, 'Lovely.', now(), practitioner_id,"
                        + " visit_month, true from review where id = ?3",
                UUID.randomUUID(),
                invitation,
                review);
        UUID demo = (UUID) scene.one("select id from review where invitation_id = ?1", invitation);
        queue.decide(demo, scene.authorized(demo), ModerationDecision.SHOW, null).orThrow();

        assertThat(reviews.publicReview(demo)).isEmpty();
        assertThat(reviews.counts().shown()).isEqualTo(shown);
    }

    private List<UUID> waiting() {
        return queue.waiting(1000, null).items().stream().map(i -> i.review().id()).toList();
    }

    private List<UUID> pagedByOne() {
        List<UUID> all = new java.util.ArrayList<>();
        UUID after = null;
        do {
            QueuePage page = queue.waiting(1, after);
            page.items().forEach(i -> all.add(i.review().id()));
            after = page.next();
        } while (after != null);
        return all;
    }
}
