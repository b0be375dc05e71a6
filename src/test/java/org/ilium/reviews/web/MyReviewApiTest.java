package org.ilium.reviews.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.reviews.ReviewScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MyReviewApiTest {

    private static final String FIELD = "errors[0].field";

    @Inject PatientLinks links;
    @Inject TestClock clock;

    private ReviewScene scene;
    private UUID invitation;
    private String mine;

    @BeforeEach
    void invite() {
        scene = new ReviewScene();
        invitation = scene.invited();
        mine = "/api/v1/r/" + scene.token(invitation);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void sheWritesSignsIsShownAndTakesItBack() {
        show().statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("step", equalTo("to-write"))
                .body("practitioner", equalTo("Demo Therapist"))
                .body("review", nullValue())
                .body("sharing", nullValue());
        write(4, "Clear and kind.")
                .statusCode(200)
                .body("step", equalTo("private"))
                .body("review.rating", equalTo(4));
        share(Map.of()).statusCode(200).body("step", equalTo("waiting"));
        UUID review = review();
        decide(review);

        show().body("step", equalTo("shown"))
                .body("asShown.name", equalTo("A. D."))
                .body("asShown.practitioner", nullValue())
                .body("sharing", nullValue());
        withdraw().statusCode(200).body("step", equalTo("withdrawn"));

        assertThat(scene.authorizationOf(review)).isNull();
        assertThat(
                        scene.one(
                                "select string_agg(action, ' ' order by id) from audit_entry"
                                        + " where entity_id = ?1 and actor = 'patient-link'",
                                review))
                .isEqualTo("write authorize withdraw");
    }

    @Test
    void beforeSheSharesSheSeesWhatStrangersWouldSeeAndTheTerms() {
        write(5, "<b>My pregnancy</b> was calm.")
                .body("review.text", equalTo("<b>My pregnancy</b> was calm."))
                .body("sharing.previews", hasSize(6))
                .body("sharing.previews[0].nameStyle", equalTo("first-name"))
                .body("sharing.previews[0].showPractitioner", equalTo(false))
                .body("sharing.previews[0].review.name", equalTo("Ada"))
                .body("sharing.previews[0].review.practitioner", nullValue())
                .body("sharing.previews[0].review.text", containsString("<b>My"))
                .body("sharing.previews[3].review.name", equalTo("A. D."))
                .body("sharing.previews[3].review.practitioner", equalTo("Demo Therapist"))
                .body("sharing.previews[5].review.name", equalTo("A patient"))
                .body("sharing.terms.version", equalTo("2026-11-draft"))
                .body("sharing.terms.lines", hasItem(containsString("Your care is the same")))
                .body("sharing.sensitiveWords", hasItem("pregnancy"));
    }

    @Test
    void whatStrangersSeeIsWhatThePreviewShowed() {
        Map<String, Object> preview =
                write(4, "Clear.").extract().path("sharing.previews[3].review");
        Map<String, Object> body = new HashMap<>(signed());
        body.put("showPractitioner", true);
        post("/share", body).statusCode(200);
        decide(review());

        assertThat(show().extract().<Map<String, Object>>path("asShown")).isEqualTo(preview);
        assertThat(RestAssured.get("/api/v1/reviews?limit=1").<Object>path("items[0]"))
                .isEqualTo(preview);
    }

    @Test
    void oneLinkWritesOneReview() {
        write(4, "First.").statusCode(200);

        write(4, "First.").statusCode(200);
        write(1, "Second.").statusCode(409).body("code", equalTo("already-written"));
        post("", Map.of()).statusCode(409);

        assertThat(scene.one("select text from review where invitation_id = ?1", invitation))
                .isEqualTo("First.");
    }

    @Test
    void starsAreNeededAndLongOrUnsavableTextIsNamed() {
        post("", Map.of("text", "No stars.")).statusCode(400).body(FIELD, equalTo("rating"));
        write(6, "").statusCode(400).body(FIELD, equalTo("rating"));
        write(3, "x".repeat(4001)).statusCode(400).body(FIELD, equalTo("text"));
        write(3, "a\u0000b").statusCode(400).body(FIELD, equalTo("text"));

        assertThat(review()).isNull();
    }

    @Test
    void nothingIsSharedUntickedUnsignedOrUnderOldTerms() {
        write(4, "Clear.");

        share(Map.of("authorized", false)).statusCode(400).body(FIELD, equalTo("authorized"));
        share(Map.of("signature", " ")).statusCode(400).body(FIELD, equalTo("signature"));
        share(Map.of("nameStyle", "full-name")).statusCode(400).body(FIELD, equalTo("nameStyle"));
        share(Map.of("termsVersion", "2020-01"))
                .statusCode(409)
                .body("code", equalTo("terms-changed"))
                .body(FIELD, equalTo("termsVersion"))
                .body("more.terms.version", equalTo("2026-11-draft"));
        post("/share", Map.of())
                .statusCode(400)
                .body("errors.field", equalTo(List.of("nameStyle", "authorized", "signature")));

        assertThat(scene.authorizationOf(review())).isNull();
        show().body("step", equalTo("private"));
    }

    @Test
    void sheWritesBeforeSheSharesAndSharesOnce() {
        share(Map.of()).statusCode(409).body("code", equalTo("write-first"));
        post("/share", Map.of()).statusCode(409).body("code", equalTo("write-first"));
        withdraw().statusCode(409).body("code", equalTo("nothing-written"));

        write(4, "Clear.");
        share(Map.of()).statusCode(200);
        share(Map.of()).statusCode(409).body("code", equalTo("already-authorized"));
    }

    @Test
    void aLinkThatHasRunOutShowsNothingButStillTakesDown() {
        write(4, "Clear and calm.");
        share(Map.of()).statusCode(200);
        clock.advance(Duration.ofDays(30));

        show().statusCode(410).body("title", equalTo("This link is old"));
        write(1, "Late.").statusCode(410);
        share(Map.of()).statusCode(410);
        withdraw().statusCode(204);

        assertThat(scene.authorizationOf(review())).isNull();
    }

    @Test
    void aClosedForeignOrMadeUpLinkOpensNothing() {
        String plan = links.mint(LinkKind.PLAN, invitation, Duration.ofDays(1));
        links.revokeAll(LinkKind.REVIEW, invitation);
        everythingIs(410);

        for (String foreign : List.of(plan, "nonsense")) {
            mine = "/api/v1/r/" + foreign;
            everythingIs(404);
        }
        assertThat(review()).isNull();
    }

    private void everythingIs(int status) {
        for (ValidatableResponse answer :
                List.of(show(), write(5, "Hi."), share(Map.of()), withdraw())) {
            answer.statusCode(status).contentType("application/problem+json");
        }
    }

    private static Map<String, Object> signed() {
        return Map.of(
                "nameStyle", "initials",
                "authorized", true,
                "signature", "Ada Demo",
                "termsVersion", "2026-11-draft");
    }

    private ValidatableResponse show() {
        return RestAssured.get(mine).then();
    }

    private ValidatableResponse write(int rating, String text) {
        return post("", Map.of("rating", rating, "text", text));
    }

    private ValidatableResponse share(Map<String, Object> changed) {
        Map<String, Object> body = new HashMap<>(signed());
        body.putAll(changed);
        return post("/share", body);
    }

    private ValidatableResponse withdraw() {
        return post("/withdraw", Map.of());
    }

    private ValidatableResponse post(String action, Map<String, Object> body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(mine + action)
                .then();
    }

    private void decide(UUID review) {
        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(Map.of("authorization", scene.authorizationOf(review), "decision", "show"))
                .post("/api/v1/reviews/" + review + "/decisions")
                .then()
                .statusCode(204);
    }

    private UUID review() {
        return (UUID) scene.one("select id from review where invitation_id = ?1", invitation);
    }
}
