package org.ilium.chart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.Patients;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.SentPlanFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chart tells the desk and the therapist of her links, and closes and sends again. */
@QuarkusTest
class PlanMailPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject DemoPatients demo;
    @Inject SentPlanFixture plans;
    @Inject Patients patients;
    @Inject PatientLinks links;
    @Inject TestClock clock;

    private UUID patient;
    private UUID program;

    @BeforeEach
    void aSentPlan() {
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        demo.openClinic();
        patient = demo.pregnant(21, 0, TODAY);
        SignedIn.inThisTest(Roles.THERAPIST);
        program = plans.sent(patient);
        links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void theDeskSeesThatThereIsALinkButNotWhatThePlanIsCalled() {
        chart(Roles.FRONT_DESK)
                .body(
                        allOf(
                                containsString("Plan by email"),
                                containsString("/messages/status/plans/" + program),
                                containsString("Link open"),
                                not(containsString("Home program"))));
        chart(Roles.THERAPIST).body(containsString("Home program"));
    }

    @Test
    void whoHasNoPlanHasNoSuchCard() {
        patient = demo.withoutEpisode();

        chart(Roles.THERAPIST).body(not(containsString("Plan by email")));
    }

    @Test
    void theDeskCorrectsTheAddressSeesThatLinksAreClosedAndSendsAgain() {
        String location =
                SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                        .formParam("givenName", "Demo")
                        .formParam("familyName", "Ada")
                        .formParam("email", "demo.ada@right.example")
                        .formParam("reviewAsks", "true")
                        .formParam("confirmed", "true")
                        .formParam("version", patients.find(patient).orElseThrow().version())
                        .post("/patients/" + patient + "/edit")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");

        assertThat(location).endsWith("/patients/" + patient + "?did=email-changed");
        SignedIn.as(Roles.FRONT_DESK)
                .get("/patients/" + patient + "?did=email-changed")
                .then()
                .statusCode(200)
                .body(
                        containsString("mailed to the old one are closed"),
                        containsString("No open link"),
                        containsString("Send again"));
        press(Roles.FRONT_DESK, patient, "send-again")
                .statusCode(303)
                .header("Location", endsWith("/patients/" + patient + "?did=sent-again"));
    }

    @Test
    void anEditThatLeavesTheAddressSaysNothingOfLinks() {
        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .formParam("givenName", "Demo")
                .formParam("familyName", "Ada Two")
                .formParam("confirmed", "true")
                .formParam("email", "demo.ada@patient.example")
                .formParam("version", patients.find(patient).orElseThrow().version())
                .post("/patients/" + patient + "/edit")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/patients/" + patient));

        assertThat(links.standing(LinkKind.PLAN, program).open()).isEqualTo(1);
    }

    @Test
    void theLinksAreClosedFromTheChart() {
        press(Roles.FRONT_DESK, patient, "close-links")
                .statusCode(303)
                .header("Location", endsWith("?did=links-closed"));

        assertThat(links.standing(LinkKind.PLAN, program).open()).isZero();
    }

    @Test
    void whyNothingIsSentStandsOnTheChart() {
        plans.changeEmail(patient, null);

        press(Roles.THERAPIST, patient, "send-again")
                .statusCode(422)
                .body(
                        containsString("role=\"alert\""),
                        containsString("There is no email address on the chart."));
    }

    @Test
    void aPlanOfAnotherPatientIsNotFoundHere() {
        UUID other = demo.withoutEpisode();

        press(Roles.THERAPIST, other, "close-links").statusCode(404);

        assertThat(links.standing(LinkKind.PLAN, program).open()).isEqualTo(1);
    }

    private ValidatableResponse chart(String role) {
        return SignedIn.as(role).get("/patients/" + patient).then().statusCode(200);
    }

    private ValidatableResponse press(String role, UUID patientId, String deed) {
        return SignedIn.form(SignedIn.as(role))
                .post("/patients/" + patientId + "/plans/" + program + "/" + deed)
                .then();
    }
}
