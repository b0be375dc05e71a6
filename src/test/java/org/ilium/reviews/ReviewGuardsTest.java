package org.ilium.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever the program or a hand at the prompt tries. */
@QuarkusTest
class ReviewGuardsTest {

    @Inject EntityManager database;

    private ReviewScene scene;

    @BeforeEach
    void open() {
        scene = new ReviewScene();
    }

    @Test
    void aReviewWithoutAnAuthorizationCannotBeShown() {
        UUID review = scene.written(5, "Good.");

        assertRefused(
                "review_shown_names_its_authorization",
                "update review set status = 'shown' where id = ?1",
                review);
        assertRefused(
                "review_shown_only_while_authorized",
                "update review set status = 'shown', shown_under = gen_random_uuid() where id = ?1",
                review);
    }

    @Test
    void aReviewCannotBeShownUnderTheAuthorizationOfAnother() {
        UUID review = scene.written(5, "Good.");
        UUID ofAnother = scene.authorized(scene.written(4, "Also good."));

        assertRefused(
                "review_shown_only_while_authorized",
                "update review set status = 'shown', shown_under = ?2 where id = ?1",
                review,
                ofAnother);
    }

    @Test
    void aReviewCannotBeShownUnderAWithdrawnAuthorization() {
        UUID review = scene.written(5, "Good.");
        UUID withdrawn = scene.authorized(review);
        scene.sql("update review_authorization set withdrawn_at = now() where id = ?1", withdrawn);

        assertRefused(
                "review_shown_only_while_authorized",
                "update review set status = 'shown', shown_under = ?2 where id = ?1",
                review,
                withdrawn);
    }

    @Test
    void anAuthorizationCannotBeWithdrawnWhileItsReviewIsShown() {
        UUID review = scene.shown(5, "Good.");
        UUID authorization = scene.authorizationOf(review);

        assertRefused(
                "review_shown_only_while_authorized",
                "update review_authorization set withdrawn_at = now() where id = ?1",
                authorization);

        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            run(
                                    "update review set status = 'withdrawn', shown_under = null"
                                            + " where id = ?1",
                                    review);
                            run(
                                    "update review_authorization set withdrawn_at = now() where id = ?1",
                                    authorization);
                        });
        assertThat(scene.authorizationOf(review)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text = 'Better.'", "rating = 5", "written_at = now()", "demo = true"})
    void whatAReviewerWroteIsNeverEdited(String edit) {
        UUID review = scene.written(2, "Not good.");

        assertRefused("never edited", "update review set " + edit + " where id = ?1", review);
        assertRefused("never changed or removed", "delete from review where id = ?1", review);
    }

    @Test
    void anAuthorizationIsOnlyEverWithdrawn() {
        UUID authorization = scene.authorized(scene.written(2, "Not good."));

        assertRefused(
                "only ever withdrawn",
                "update review_authorization set shown_name = 'Somebody' where id = ?1",
                authorization);
        scene.sql(
                "update review_authorization set withdrawn_at = now() where id = ?1",
                authorization);
        assertRefused(
                "only ever withdrawn",
                "update review_authorization set withdrawn_at = null where id = ?1",
                authorization);
    }

    @Test
    void anAuthorizationQuotesItsReviewWordForWord() {
        UUID review = scene.written(2, "Not good.");

        assertRefused(
                "word for word",
                """
                insert into review_authorization (id, review_id, shown_text, shown_rating, name_style,
                    shown_name, terms_version, terms_text, signature, signed_at, expires_on)
                values (gen_random_uuid(), ?1, 'Good.', 2, 'anonymous', 'A patient', '1', 'x',
                    'Ada Demo', now(), current_date + 1)""",
                review);
    }

    @Test
    void aDecisionIsNeverChangedAndItsReasonsAreClosed() {
        UUID review = scene.shown(1, "Bad.");

        assertRefused(
                "never changed or removed",
                "update review_moderation set decision = 'show' where review_id = ?1",
                review);
        assertRefused(
                "review_moderation_reason_check",
                """
                insert into review_moderation (id, review_id, authorization_id, decision, reason,
                    decided_by, decided_at)
                select gen_random_uuid(), review_id, authorization_id, 'withhold', 'too-negative',
                    decided_by, now() from review_moderation where review_id = ?1""",
                review);
        assertRefused(
                "review_moderation_withholding_needs_a_reason",
                """
                insert into review_moderation (id, review_id, authorization_id, decision,
                    decided_by, decided_at)
                select gen_random_uuid(), review_id, authorization_id, 'withhold',
                    decided_by, now() from review_moderation where review_id = ?1""",
                review);
    }

    @Test
    void anExclusionHasAListedReason() {
        UUID invitation = scene.invited();

        assertRefused(
                "review_invitation_excluded_reason_check",
                "update review_invitation set excluded_reason = 'seemed-unhappy',"
                        + " excluded_at = now() where id = ?1",
                invitation);
    }

    private void assertRefused(String by, String sql, Object... values) {
        assertThatThrownBy(() -> scene.sql(sql, values)).hasStackTraceContaining(by);
    }

    private void run(String sql, UUID id) {
        database.createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }
}
