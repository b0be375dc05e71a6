package org.ilium.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links to a review that went to an address she no longer has. */
@QuarkusTest
class LinksOfOldAddressTest {

    @Inject Patients patients;
    @Inject InvitationsTest.Asked asked;
    @Inject TestClock clock;

    private ReviewScene scene;
    private UUID patient;
    private UUID invitation;

    @BeforeEach
    void anInvitation() {
        scene = new ReviewScene();
        patient = scene.patient();
        invitation = scene.invitation(scene.completedVisit(patient));
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void theyOpenAndTakeDownNothingAnyMore() {
        String token = scene.token(invitation);

        changeEmail();

        RestAssured.get("/r/" + token)
                .then()
                .statusCode(410)
                .body(
                        allOf(
                                containsString("This link is closed"),
                                containsString("tel:+13125550100"),
                                not(containsString("/withdraw"))));
        SignedIn.form(RestAssured.given()).post("/r/" + token + "/withdraw").then().statusCode(410);
        RestAssured.get("/unsubscribe/" + token).then().statusCode(404);
    }

    @Test
    void anAskThatMayNeverHaveReachedHerIsRepeatedByTheRulesOfAll() {
        scene.askDue();
        scene.token(invitation);
        changeEmail();

        scene.askDue();

        assertThat(asked.ids.stream().filter(invitation::equals)).hasSize(2);
    }

    @Test
    void whoHasWrittenIsNotAskedAgain() {
        scene.askDue();
        scene.written(invitation, 4, "Good.");
        changeEmail();

        scene.askDue();

        assertThat(asked.ids).containsOnlyOnce(invitation);
    }

    private void changeEmail() {
        PatientInfo now = patients.find(patient).orElseThrow();
        patients.changeContact(
                patient,
                PatientEntry.of(
                        now.givenName(),
                        now.familyName(),
                        now.birthDate(),
                        now.phone(),
                        "demo.ada@right.example"),
                true,
                now.version());
    }
}
