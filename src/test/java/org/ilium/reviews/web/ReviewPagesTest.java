package org.ilium.reviews.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
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
class ReviewPagesTest {

    @Inject PatientLinks links;
    @Inject TestClock clock;

    private ReviewScene scene;
    private UUID invitation;
    private String page;

    @BeforeEach
    void invite() {
        scene = new ReviewScene();
        invitation = scene.invited();
        page = "/r/" + scene.token(invitation);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void sheWritesSignsIsShownAndTakesItBack() {
        write("4", "Clear and kind.").statusCode(303).header("Location", endsWith("/share"));
        RestAssured.get("/reviews").then().body(not(containsString("Clear and kind.")));

        RestAssured.get(page + "/share")
                .then()
                .statusCode(200)
                .body(containsString("Clear and kind."))
                .body(containsString("A. D."))
                .body(not(containsString(" checked")));
        share("initials", "true").statusCode(303);
        RestAssured.get("/reviews").then().body(not(containsString("Clear and kind.")));

        UUID review = review();
        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .formParam("authorization", scene.authorizationOf(review))
                .formParam("decision", "show")
                .post("/reviews/queue/" + review)
                .then()
                .statusCode(303);
        RestAssured.get("/reviews")
                .then()
                .statusCode(200)
                .body(containsString("Clear and kind."))
                .body(containsString("Verified visit"))
                .body(not(containsString("AggregateRating")));

        form().post(page + "/withdraw").then().statusCode(303);
        RestAssured.get("/reviews").then().body(not(containsString("Clear and kind.")));
        RestAssured.get(page).then().body(containsString("You took it back"));
    }

    @Test
    void aLinkWritesOneReviewAndASecondPressIsNoSecondReview() {
        write("4", "First.").statusCode(303);

        write("4", "First.").statusCode(303);
        write("1", "Second.").statusCode(409);
        write("", "Third.").statusCode(409);

        assertThat(scene.one("select text from review where invitation_id = ?1", invitation))
                .isEqualTo("First.");
    }

    @Test
    void gettingAPageChangesNothing() {
        Object before = rows();

        RestAssured.get(page).then().statusCode(200);
        RestAssured.given().redirects().follow(false).get(page + "/share").then().statusCode(303);
        RestAssured.get(page + "/withdraw")
                .then()
                .statusCode(405)
                .body(
                        containsString("It was the answer to a form."),
                        containsString("Back to your review"));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void starsAreNeededAndWordsAreNot() {
        write("", "No stars.").statusCode(400).body(containsString("Pick 1 to 5 stars."));
        write("6", "").statusCode(400);
        write("-1", "").statusCode(400);
        assertThat(review()).isNull();

        write("3", "").statusCode(303);
        assertThat(review()).isNotNull();
    }

    @Test
    void aMegabyteOfTextIsRefusedByItsFieldAndNotKept() {
        write("3", "x".repeat(1_000_000))
                .statusCode(400)
                .body(containsString("at most 4,000 characters"));

        assertThat(review()).isNull();
    }

    @Test
    void fourThousandCharactersWithWindowsLineEndsAreKept() {
        write("3", "x\r\n".repeat(1999) + "xy").statusCode(303);

        assertThat(
                        scene.one(
                                "select length(text) from review where invitation_id = ?1",
                                invitation))
                .isEqualTo(4000);
    }

    @Test
    void aNulCharacterIsRefusedByItsField() {
        write("3", "a\u0000b").statusCode(400).body(containsString("signs we cannot save"));
    }

    @Test
    void htmlIsShownAsText() {
        write("2", "<script>alert(1)</script><b>bold</b>").statusCode(303);
        share("first-name", "true").statusCode(303);

        RestAssured.get(page)
                .then()
                .body(containsString("&lt;script&gt;alert(1)"))
                .body(not(containsString("<script>alert")));
        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/reviews/queue")
                .then()
                .body(containsString("&lt;script&gt;alert(1)"))
                .body(not(containsString("<script>alert")));
    }

    @Test
    void anUntickedBoxSharesNothing() {
        write("4", "Clear.").statusCode(303);

        share("first-name", null)
                .statusCode(400)
                .body(containsString("Your review is not shared yet."))
                .body(containsString("<a href=\"#authorized\">Tick this box"))
                .body(not(containsString("Your review is saved")));
        share("full-name", "true").statusCode(400).body(containsString("Pick how your name"));

        assertThat(scene.authorizationOf(review())).isNull();
    }

    @Test
    void wordsAboutHerPregnancyAreFlaggedBeforeSheShares() {
        write("4", "They helped my pregnancy.").statusCode(303);

        RestAssured.get(page + "/share")
                .then()
                .body(containsString("Show it anyway?"))
                .body(containsString("“pregnancy”"));
    }

    @Test
    void anExpiredLinkShowsNothingButStillTakesDown() {
        write("4", "Clear and calm.").statusCode(303);
        share("first-name", "true").statusCode(303);
        clock.advance(Duration.ofDays(30));

        RestAssured.get(page)
                .then()
                .statusCode(410)
                .body(containsString("This link is old"))
                .body(not(containsString("Clear and calm.")));
        write("1", "Late.").statusCode(410);
        form().post(page + "/withdraw").then().statusCode(200);

        assertThat(scene.authorizationOf(review())).isNull();
    }

    @Test
    void aForeignLinkOpensNothing() {
        String plan = links.mint(LinkKind.PLAN, invitation, Duration.ofDays(1));

        RestAssured.get("/r/" + plan).then().statusCode(404).body(containsString("does not work"));
        RestAssured.get("/r/nonsense").then().statusCode(404);
        form().post("/r/nonsense/withdraw").then().statusCode(404);
        form().formParam("rating", "5").post("/r/" + plan).then().statusCode(404);
    }

    @Test
    void aPostWithoutTheFormsTokenIsRefused() {
        RestAssured.given().formParam("rating", "5").post(page).then().statusCode(400);

        assertThat(review()).isNull();
    }

    @Test
    void staffCannotWithholdForAReasonOfTheirOwn() {
        UUID review = scene.written(1, "Bad.");
        UUID authorization = scene.authorized(review);

        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .formParam("authorization", authorization)
                .formParam("decision", "withhold")
                .formParam("reason", "too-negative")
                .post("/reviews/queue/" + review)
                .then()
                .statusCode(400)
                .body(containsString("reason"));
    }

    @Test
    void aTherapistDoesNotModerate() {
        SignedIn.as(Roles.THERAPIST).get("/reviews/queue").then().statusCode(403);
    }

    private ValidatableResponse write(String rating, String text) {
        return form().formParam("rating", rating).formParam("text", text).post(page).then();
    }

    private ValidatableResponse share(String style, String agree) {
        RequestSpecification form =
                form().formParam("nameStyle", style)
                        .formParam("signature", "Ada Demo")
                        .formParam("termsVersion", "2026-11-draft");
        if (agree != null) {
            form.formParam("authorized", agree);
        }
        return form.post(page + "/share").then();
    }

    private static RequestSpecification form() {
        return SignedIn.form(RestAssured.given());
    }

    private UUID review() {
        return (UUID) scene.one("select id from review where invitation_id = ?1", invitation);
    }

    private Object rows() {
        return scene.one(
                "select (select count(*) from review) + (select count(*) from review_authorization)"
                        + " + (select count(*) from audit_entry) + (select count(*) from patient_link)");
    }
}
