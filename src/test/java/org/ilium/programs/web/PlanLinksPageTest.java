package org.ilium.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
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
import org.ilium.patients.PregnancyEnd;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.SentPlanFixture;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Closing the links to a plan and sending it again, from its page and as JSON. */
@QuarkusTest
class PlanLinksPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject DemoPatients demo;
    @Inject SentPlanFixture plans;
    @Inject PatientLinks links;
    @Inject Patients charts;
    @Inject TestClock clock;

    private UUID patient;
    private UUID program;
    private String therapist;
    private String token;

    @BeforeEach
    void aSentPlan() {
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        demo.openClinic();
        patient = demo.pregnant(21, 0, TODAY);
        SignedIn.inThisTest(Roles.THERAPIST);
        therapist = SignedIn.session(Roles.THERAPIST).token();
        program = plans.sent(patient);
        token = links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    /** The desk may do it here as through the API and the chart, and sees nothing of the plan. */
    @Test
    void theDeskClosesItToo() {
        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .post("/programs/" + program + "/close-links")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/patients/" + patient + "?did=links-closed"));
        plans.changeEmail(patient, null);

        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .post("/programs/" + program + "/send-again")
                .then()
                .statusCode(422)
                .body(org.hamcrest.Matchers.not(containsString("cat-cow")));
    }

    @Test
    void thePageShowsHerLinkAndClosesIt() {
        page("").body(containsString("Link open"), containsString("Close the links to this plan"));

        press("close-links")
                .statusCode(303)
                .header("Location", endsWith("/programs/" + program + "?did=links-closed"));

        page("?did=links-closed")
                .body(
                        allOf(
                                containsString("Her links are closed."),
                                containsString("No open link"),
                                containsString("closed on March 2, 2026"),
                                not(containsString("Link open"))));
        RestAssured.get("/p/" + token)
                .then()
                .statusCode(410)
                .body(containsString("tel:+12025550123"));
    }

    @Test
    void aFormSentTwiceSendsAgainOnce() {
        for (int i = 0; i < 2; i++) {
            SignedIn.form(SignedIn.withSession(therapist))
                    .formParam("key", "form-1")
                    .post("/programs/" + program + "/send-again")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("?did=sent-again"));
        }

        messages().body("status.findAll { it == 'queued' }", hasSize(1)).body("", hasSize(2));
        SignedIn.withSession(therapist)
                .get("/messages/status/plans/" + program)
                .then()
                .statusCode(200)
                .body(containsString("demo.ada@patient.example"), containsString("Waiting"));
    }

    @Test
    void ofAMailThatWaitsThePageShowsWhereItWillGo() {
        plans.changeEmail(patient, "demo.ada@right.example");

        SignedIn.withSession(therapist)
                .get("/messages/status/plans/" + program)
                .then()
                .body(containsString("demo.ada@right.example"));
    }

    @Test
    void whyItIsNotSentAgainIsSaidOnThePage() {
        plans.changeEmail(patient, null);

        press("send-again")
                .statusCode(422)
                .body(
                        containsString("role=\"alert\""),
                        containsString("There is no email address on the chart."),
                        containsString("Cat-cow"));
    }

    @Test
    void theSameIsThereAsJson() {
        api().get("/api/v1/programs/" + program + "/links")
                .then()
                .statusCode(200)
                .body("open", equalTo(1))
                .body("version", equalTo(1))
                .body("lastClosedAt", nullValue());
        api().post("/api/v1/programs/" + program + "/close-links")
                .then()
                .statusCode(200)
                .body("open", equalTo(0))
                .body("lastClosedAt", equalTo("2026-03-02T17:00:00Z"));
        for (int i = 0; i < 2; i++) {
            api().header("Idempotency-Key", "wish-1")
                    .post("/api/v1/programs/" + program + "/send-again")
                    .then()
                    .statusCode(202);
        }
        messages().body("status.findAll { it == 'queued' }", hasSize(1));

        plans.changeEmail(patient, null);
        api().post("/api/v1/programs/" + program + "/send-again")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-email"));
        api().get("/api/v1/programs/" + program + "/links")
                .then()
                .body("cannotSendAgain", equalTo("no-email"));
    }

    /** The desk reads the code, and need not know how a pregnancy ended. */
    @ParameterizedTest
    @EnumSource(names = {"LIVE_BIRTH", "STILLBIRTH"})
    void theCodeForTheDeskSpeaksOfNoLoss(PregnancyOutcome outcome) {
        charts.endPregnancy(
                        patient,
                        new PregnancyEnd(outcome, TODAY, BirthMode.UNKNOWN, null, null),
                        charts.openEpisode(patient).orElseThrow().version())
                .orThrow();

        SignedIn.as(Roles.FRONT_DESK)
                .get("/api/v1/programs/" + program + "/links")
                .then()
                .statusCode(200)
                .body("cannotSendAgain", equalTo("written-before-ending"));
    }

    @Test
    void whatWasNeverSentHasNoLinks() {
        UUID draft = plans.draft(patient).programId();

        api().get("/api/v1/programs/" + draft + "/links").then().statusCode(404);
        api().post("/api/v1/programs/" + draft + "/close-links")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-sent-yet"));
        api().post("/api/v1/programs/" + UUID.randomUUID() + "/send-again").then().statusCode(404);
        SignedIn.form(SignedIn.withSession(therapist))
                .post("/programs/" + draft + "/close-links")
                .then()
                .statusCode(409)
                .body(containsString("was not sent yet"));
    }

    @Test
    void aKeyMayNotBeEmptyNorLong() {
        for (String key : new String[] {" ", "k".repeat(256)}) {
            SignedIn.form(SignedIn.withSession(therapist))
                    .formParam("key", key)
                    .post("/programs/" + program + "/send-again")
                    .then()
                    .statusCode(400);
        }

        assertThat(links.standing(LinkKind.PLAN, program).open()).isEqualTo(1);
    }

    private ValidatableResponse page(String query) {
        return SignedIn.withSession(therapist)
                .get("/programs/" + program + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse press(String deed) {
        return SignedIn.form(SignedIn.withSession(therapist))
                .post("/programs/" + program + "/" + deed)
                .then();
    }

    private ValidatableResponse messages() {
        return api().queryParam("program", program.toString())
                .get("/api/v1/messages")
                .then()
                .statusCode(200);
    }

    private io.restassured.specification.RequestSpecification api() {
        return SignedIn.withSession(therapist).contentType(ContentType.JSON);
    }
}
