package org.ilium.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.StopSigns;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.SentPlanFixture;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What she sees on her phone after she told the clinic of a stop sign. */
@QuarkusTest
class PausedPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String PAUSE = "Please pause this plan";

    @Inject SentPlanFixture plans;
    @Inject PlanProgress progress;
    @Inject StopSigns stopSigns;
    @Inject PatientLinks links;
    @Inject DemoPatients patients;
    @Inject TestClock clock;

    private UUID ada;
    private UUID program;
    private String token;

    @BeforeEach
    void aSentPlan() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
        ada = patients.pregnant(21, 0, TODAY);
        program = plans.sent(ada);
        token = links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aReportedStopSignPausesThePlanSheHasUntilItIsCleared() {
        Matcher<String> asUsual = allOf(not(containsString(PAUSE)), containsString("/done"));
        Matcher<String> paused = allOf(containsString(PAUSE), not(containsString("/done")));

        seen(asUsual);
        stopSigns.report(ada, Set.of(StopSign.VAGINAL_BLEEDING), null).orThrow();
        seen(paused);
        UUID report = stopSigns.history(ada).get(0).id();
        stopSigns.clear(ada, report, null, "Seen by her midwife").orThrow();
        seen(asUsual);
    }

    @ParameterizedTest
    @EnumSource(
            value = StopSign.class,
            names = {"HARM", "LOW_MOOD"})
    void whoIsInDistressIsToldWhomToCallAtOnce(StopSign sign) {
        stopSigns.report(ada, Set.of(sign), null).orThrow();

        seen(allOf(containsString(PAUSE), containsString("tel:988"), containsString("sms:988")));
        RestAssured.given()
                .get("/api/v1/p/" + token)
                .then()
                .body("paused.urgent", containsString("988"))
                .body("paused.number", equalTo("988"));
    }

    @ParameterizedTest
    @EnumSource(
            value = StopSign.class,
            names = {"CHEST_PAIN", "BREATHLESS", "SADDLE_NUMBNESS"})
    void whatCannotWaitForUsIsToldSo(StopSign sign) {
        stopSigns.report(ada, Set.of(sign, StopSign.LOW_MOOD), null).orThrow();

        seen(allOf(containsString(PAUSE), containsString("If you have it now, call 911")));
        RestAssured.given().get("/api/v1/p/" + token).then().body("paused.number", equalTo("911"));
    }

    @ParameterizedTest
    @EnumSource(
            value = StopSign.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HARM", "LOW_MOOD"})
    void whoReportedSomethingElseIsNotAskedAboutHarm(StopSign sign) {
        stopSigns.report(ada, Set.of(sign), null).orThrow();

        seen(allOf(containsString(PAUSE), not(containsString("sms:988"))));
    }

    @Test
    void aPageOpenedBeforeThePauseTicksNothingAndSaysWhy() {
        stopSigns.report(ada, Set.of(StopSign.VAGINAL_BLEEDING), null).orThrow();

        SignedIn.form(RestAssured.given())
                .formParam("item", "cat-cow")
                .formParam("done", true)
                .post("/p/" + token + "/done")
                .then()
                .statusCode(409)
                .body(containsString(PAUSE))
                .body(containsString("Back to your plan"));

        assertThat(progress.activeDays(program, 1)).isZero();
    }

    @Test
    void aStopSignOfSomebodyElsePausesNothing() {
        UUID bea = patients.pregnant(30, 0, TODAY);

        stopSigns.report(bea, Set.of(StopSign.VAGINAL_BLEEDING), null).orThrow();

        seen(not(containsString(PAUSE)));
    }

    private void seen(Matcher<String> page) {
        RestAssured.given().get("/p/" + token).then().statusCode(200).body(page);
    }
}
