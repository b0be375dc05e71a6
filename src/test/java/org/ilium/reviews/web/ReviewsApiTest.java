package org.ilium.reviews.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.reviews.ReviewScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewsApiTest {

    private ReviewScene scene;

    @BeforeEach
    void open() {
        scene = new ReviewScene();
    }

    @Test
    void shownReviewsArePagedNewestFirst() {
        UUID older = scene.shown(5, "Older.");
        UUID newer = scene.shown(1, "Newer.");
        UUID hidden = scene.written(5, "Private.");

        String next =
                RestAssured.get("/api/v1/reviews?limit=1")
                        .then()
                        .statusCode(200)
                        .body("items[0].id", equalTo(newer.toString()))
                        .body("items[0].verifiedVisit", equalTo(true))
                        .extract()
                        .path("next");
        RestAssured.get("/api/v1/reviews?limit=100&after=" + next)
                .then()
                .body("items[0].id", equalTo(older.toString()))
                .body("items.id", not(hasItem(hidden.toString())));
    }

    @Test
    void aPublicReviewSaysTheMonthAndNeverTheDay() {
        scene.shown(5, "Lovely.");

        Map<String, Object> review =
                RestAssured.get("/api/v1/reviews?limit=1").then().extract().path("items[0]");

        assertThat(review.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "rating",
                        "text",
                        "name",
                        "practitioner",
                        "visitMonth",
                        "verifiedVisit",
                        "demo");
        assertThat(review.get("visitMonth").toString()).matches("\\d{4}-\\d{2}");
        assertThat(UUID.fromString(review.get("id").toString()).version()).isEqualTo(4);
    }

    @Test
    void theSummaryHasTheSentenceThatGoesWithTheReviews() {
        RestAssured.get("/api/v1/reviews/summary")
                .then()
                .statusCode(200)
                .body("sentence", containsString("kept private by"));
    }

    @Test
    void staffDecideOnceAndOnlyForAListedReason() {
        UUID review = scene.written(1, "Bad.");
        UUID authorization = scene.authorized(review);

        decide(review, authorization, "withhold", "too-negative", 400);
        decide(review, authorization, "withhold", "abuse", 204);
        decide(review, authorization, "withhold", "abuse", 409);
        decide(UUID.randomUUID(), authorization, "withhold", "abuse", 404);
    }

    @Test
    void anUnauthorizedReviewIsNotToBeShown() {
        UUID review = scene.written(5, "Private.");

        decide(review, UUID.randomUUID(), "show", null, 422);
    }

    @Test
    void theQueueKnowsNoOrderByStars() {
        UUID first = scene.written(1, "First.");
        scene.authorized(first);
        UUID second = scene.written(5, "Second.");
        scene.authorized(second);

        var ids =
                SignedIn.as(Roles.ADMINISTRATOR)
                        .get("/api/v1/reviews/queue?limit=100&sort=rating&rating=5")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<java.util.List<String>>path("items.review.id");

        assertThat(ids).containsSubsequence(first.toString(), second.toString());
    }

    @Test
    void badPagesAreRefusedByField() {
        RestAssured.get("/api/v1/reviews?limit=0")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("limit"));
        RestAssured.get("/api/v1/reviews?after=x")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("after"));
    }

    private static void decide(
            UUID review, UUID authorization, String decision, String reason, int expected) {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("authorization", authorization);
        body.put("decision", decision);
        body.put("reason", reason);
        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/reviews/" + review + "/decisions")
                .then()
                .statusCode(expected);
    }
}
