package org.ilium.reviews.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.ilium.fixture.SignedIn;
import org.ilium.reviews.ReviewScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sharing before there is anything to share. */
@QuarkusTest
class WriteFirstTest {

    private ReviewScene scene;
    private UUID invitation;
    private String page;

    @BeforeEach
    void invite() {
        scene = new ReviewScene();
        invitation = scene.invited();
        page = "/r/" + scene.token(invitation);
    }

    @Test
    void sheIsAskedToWriteFirstAndLedBackToHerReview() {
        for (String signature : new String[] {"", "Ada Demo"}) {
            SignedIn.form(RestAssured.given())
                    .formParam("nameStyle", "first-name")
                    .formParam("authorized", "true")
                    .formParam("signature", signature)
                    .post(page + "/share")
                    .then()
                    .statusCode(409)
                    .body(
                            allOf(
                                    containsString("Please write your review first."),
                                    not(containsString("already given")),
                                    containsString("href=\"" + page + "\">Back to your review")));
        }
    }

    @Test
    void whoHasSharedIsToldThatSheHas() {
        UUID review = scene.written(invitation, 4, "Clear.");
        Object authorization = scene.authorized(review);

        SignedIn.form(RestAssured.given())
                .post(page + "/share")
                .then()
                .statusCode(409)
                .body(containsString("already given your permission"))
                .body(containsString("Back to your review"));

        assertThat(scene.authorizationOf(review)).isEqualTo(authorization);
    }
}
