package org.ilium.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.StopSigns;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.Programs;
import org.ilium.programs.Sending;
import org.ilium.programs.SentPlanFixture;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MyPlanApiTest {

    private static final String TICKED = "{\"item\":\"cat-cow\",\"time\":1,\"done\":true}";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject SentPlanFixture plans;
    @Inject Drafts drafts;
    @Inject Sending sending;
    @Inject Programs programs;
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
        Draft draft = plans.draft(ada);
        program = draft.programId();
        draft = drafts.describe(program, draft.revision(), "Back", "<i>Slow</i>\nSoft").orThrow();
        draft = drafts.noteOn(program, draft.revision(), "cat-cow", "<b>bold</b>").orThrow();
        sending.send(program, draft.revision());
        token = links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void itSaysAllThatThePageSaysAsPlainText() {
        plan().statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("version", equalTo(1))
                .body("title", equalTo("Back"))
                .body("note", equalTo("<i>Slow</i>\nSoft"))
                .body("paused", nullValue())
                .body("painToday", nullValue())
                .body("clinicPhone", equalTo("+12025550123"))
                .body("stopSigns[0].action", containsString("emergency"))
                .body("stopSigns.signs.flatten()", hasItem("you have chest pain."))
                .body("items[0].item", equalTo("cat-cow"))
                .body("items[0].name", equalTo("Cat-cow stretch"))
                .body("items[0].dose", containsString("10 times. Hold 2 seconds."))
                .body("items[0].steps[0]", containsString("hands and knees"))
                .body("items[0].caution", not(equalTo("")))
                .body("items[0].note", equalTo("<b>bold</b>"))
                .body("items[0].why", not(empty()))
                .body("items[0].doneToday", equalTo(false));
    }

    @Test
    void anItemIsTickedAndUntickedForToday() {
        plan().body("items[0].timesADay", equalTo(2)).body("items[0].timesDone", empty());
        post("/done", "{\"item\":\"cat-cow\",\"time\":2,\"done\":true}")
                .statusCode(200)
                .body("done", empty())
                .body("ticks.cat-cow", equalTo(List.of(2)));
        plan().body("items[0].doneToday", equalTo(false))
                .body("items[0].timesDone", equalTo(List.of(2)));
        post("/done", TICKED)
                .body("done", equalTo(List.of("cat-cow")))
                .body("ticks.cat-cow", equalTo(List.of(1, 2)));
        plan().body("items[0].doneToday", equalTo(true));

        post("/done", "{\"item\":\"cat-cow\",\"time\":2,\"done\":false}")
                .statusCode(200)
                .body("done", empty())
                .body("ticks.cat-cow", equalTo(List.of(1)));
        assertThat(today().times("cat-cow")).containsExactly(1);
    }

    @Test
    void aDaysPainIsKeptOnceAndCanBeChanged() {
        post("/pain", "{\"score\":7}").statusCode(200).body("pain", equalTo(7));
        post("/pain", "{\"score\":3}").statusCode(200).body("pain", equalTo(3));

        assertThat(progress.pain(program, 9)).containsExactly(new PlanProgress.Pain(TODAY, 3));
        plan().body("painToday", equalTo(3));
    }

    @Test
    void muchPainIsAnsweredWithWhatToDoUntilItIsLess() {
        post("/pain", "{\"score\":6}").body("painAdvice", nullValue());
        post("/pain", "{\"score\":8}")
                .statusCode(200)
                .body("painAdvice.title", equalTo("Please stop and rest"))
                .body("painAdvice.now[1]", containsString("Call your care team"))
                .body("painAdvice.ifSevere", containsString("911"));
        plan().body("painAdvice.title", equalTo("Please stop and rest"));

        post("/pain", "{\"score\":4}").body("painAdvice", nullValue());
        plan().body("painAdvice", nullValue());
    }

    @Test
    void whatIsWrongIsNamedAndNotKept() {
        refused("/done", "{\"item\":\"chin-tuck\",\"done\":true}", "item");
        refused("/done", "{\"done\":true}", "item");
        refused("/done", "{\"item\":\"cat-cow\",\"time\":1}", "done");
        refused("/done", "{\"item\":\"cat-cow\",\"time\":1,\"done\":\"yes\"}", "done");
        refused("/done", "{\"item\":\"cat-cow\",\"done\":true}", "time");
        for (String time : List.of("0", "3", "-1", "\"soon\"", "99999999999")) {
            refused("/done", "{\"item\":\"cat-cow\",\"time\":" + time + ",\"done\":true}", "time");
        }
        for (String score : List.of("11", "-1", "\"much\"", "null")) {
            refused("/pain", "{\"score\":" + score + "}", "score");
        }

        assertThat(today()).isEqualTo(PlanProgress.Today.NOTHING);
    }

    @Test
    void aPausedPlanSaysSoAndIsNotTicked() {
        stopSigns.report(ada, Set.of(StopSign.VAGINAL_BLEEDING), null).orThrow();

        plan().statusCode(200)
                .body("paused.title", equalTo("Please pause this plan"))
                .body("paused.why", containsString("Do not do these exercises"))
                .body("paused.ifWorse", containsString("emergency"));
        post("/done", TICKED)
                .statusCode(409)
                .body("code", equalTo("plan-paused"))
                .body("detail", containsString("until we have talked"));
        post("/pain", "{\"score\":8}").statusCode(200);

        assertThat(today()).isEqualTo(new PlanProgress.Today(Map.of(), 8));
    }

    @Test
    void aLinkOfAnotherKindOrOfNoneOpensNothing() {
        String review = links.mint(LinkKind.REVIEW, program, Duration.ofDays(90));

        for (String foreign : List.of(review, "AAAAAAAAAAAAAAAAAAAAAA")) {
            token = foreign;
            everythingIs(404, "not-found", "does not open anything");
        }
    }

    @Test
    void aLinkThatHasRunOutOrWasClosedShowsNothing() {
        clock.advance(Duration.ofDays(90));
        everythingIs(410, "link-expired", "has run out");

        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        plan().statusCode(200);
        links.revokeAll(LinkKind.PLAN, program);
        everythingIs(410, "link-expired", "has run out");
        assertThat(today()).isEqualTo(PlanProgress.Today.NOTHING);
    }

    @Test
    void aFormDoesNotTick() {
        RestAssured.given()
                .contentType(ContentType.URLENC)
                .formParam("item", "cat-cow")
                .formParam("done", true)
                .post(path("/done"))
                .then()
                .statusCode(415);

        assertThat(today()).isEqualTo(PlanProgress.Today.NOTHING);
    }

    private void everythingIs(int status, String code, String title) {
        for (ValidatableResponse answer :
                List.of(plan(), post("/done", TICKED), post("/pain", "{\"score\":3}"))) {
            answer.statusCode(status)
                    .contentType("application/problem+json")
                    .body("code", equalTo(code))
                    .body("title", containsString(title));
        }
    }

    private void refused(String action, String body, String field) {
        post(action, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
    }

    private ValidatableResponse plan() {
        return RestAssured.get(path("")).then();
    }

    private ValidatableResponse post(String action, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path(action))
                .then();
    }

    private String path(String action) {
        return "/api/v1/p/" + token + action;
    }

    private PlanProgress.Today today() {
        return progress.today(programs.currentPlan(program).orElseThrow());
    }
}
