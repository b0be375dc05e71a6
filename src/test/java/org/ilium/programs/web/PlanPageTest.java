package org.ilium.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
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
import org.ilium.programs.DemoPatients;
import org.ilium.programs.DosageInput;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.Programs;
import org.ilium.programs.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PlanPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Sending sending;
    @Inject Programs programs;
    @Inject PlanProgress progress;
    @Inject PatientLinks links;
    @Inject DemoPatients patients;
    @Inject TestClock clock;

    private UUID program;
    private String token;

    @BeforeEach
    void aSentPlan() {
        patients.openClinic();
        clock.set(TODAY.atTime(21, 0).atZone(DemoPatients.ZONE).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
        Draft draft = newPrograms.create(patients.pregnant(21, 0, TODAY), null, null).orThrow();
        program = draft.programId();
        draft = drafts.add(program, draft.revision(), "cat-cow").orThrow();
        draft =
                drafts.describe(
                                program,
                                draft.revision(),
                                "Back",
                                "<script>alert(1)</script>\nSecond line")
                        .orThrow();
        draft = drafts.noteOn(program, draft.revision(), "cat-cow", "<b>bold</b>").orThrow();
        sending.send(program, draft.revision());
        token = links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
        patients.openClinic();
    }

    @Test
    void itShowsEveryTextWithoutASignIn() {
        RestAssured.given()
                .get("/p/" + token)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body(
                        allOf(
                                containsString("Cat-cow stretch"),
                                containsString("10 times. Hold 2 seconds. Twice a day, every day."),
                                containsString("Get on your hands and knees"),
                                containsString("Take care:"),
                                containsString("Why it helps"),
                                containsString("you have chest pain."),
                                containsString("noindex"),
                                containsString("<title>Your plan · Demo</title>"),
                                containsString("(202) 555-0123"),
                                containsString("not for emergencies")));
    }

    @Test
    void theStopBoxGivesTheNumbersToCallAndNoEmptyLinkWithoutOne() {
        assertThat(stopBox())
                .contains("<a href=\"tel:911\">Call 911</a>", "<a href=\"tel:988\">Call 988</a>")
                .contains("Call us: <a href=\"tel:+12025550123\">(202) 555-0123</a>");

        patients.openClinicWithoutPhone();

        assertThat(stopBox())
                .contains("Stop and call your care team if:", "tel:911")
                .doesNotContain("Call us", "tel:\"");
    }

    private String stopBox() {
        String page = RestAssured.get("/p/" + token).asString();
        return page.substring(page.indexOf("stop-signs"), page.indexOf("plan-contents"));
    }

    @Test
    void htmlInANoteIsShownAsText() {
        RestAssured.given()
                .get("/p/" + token)
                .then()
                .body(
                        allOf(
                                not(containsString("<script>alert")),
                                not(containsString("<b>bold")),
                                containsString("&lt;script&gt;alert(1)&lt;/script&gt;"),
                                containsString("&lt;b&gt;bold&lt;/b&gt;")));
    }

    @Test
    void anItemIsTickedAndUntickedOnTheClinicsDay() {
        tick("cat-cow", "2", true).then().statusCode(303);
        tick("cat-cow", "2", true)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/p/" + token + "#exercise-1-done"));
        assertThat(today().times("cat-cow")).containsExactly(2);
        assertThat(progress.activeDays(program, 1)).isEqualTo(1);

        tick("cat-cow", "2", false).then().statusCode(303);
        assertThat(today()).isEqualTo(PlanProgress.Today.NOTHING);

        tick("cat-cow", "2", true);
        clock.advance(Duration.ofHours(3));
        assertThat(today()).isEqualTo(PlanProgress.Today.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 24})
    void eachTimeOfTheDayHasATickOfItsOwn(int times) {
        said(times);

        for (int time = 1; time <= times; time++) {
            page().body(not(containsString("Done today</span>")));
            tick("cat-cow", String.valueOf(time), true).then().statusCode(303);
            assertThat(today().times("cat-cow")).hasSize(time).contains(time);
        }

        page().body(containsString("class=\"tag ok\">Done today"));
        String said =
                switch (times) {
                    case 1 -> "Done today";
                    case 2 -> "Both done today.";
                    default -> "All " + times + " done today.";
                };
        page().body(containsString(said));
        tick("cat-cow", "1", false).then().statusCode(303);
        page().body(not(containsString("class=\"tag ok\"")));
        assertThat(today().times("cat-cow")).hasSize(times - 1).doesNotContain(1);
    }

    @Test
    void withoutATimeOfDayOnlyWhatIsDoneOnceADayIsTicked() {
        said(3);
        tick("cat-cow", "", true).then().statusCode(400).body(containsString("1 to 3"));
        assertThat(today()).isEqualTo(PlanProgress.Today.NOTHING);

        said(1);
        tick("cat-cow", "", true).then().statusCode(303);
        assertThat(today().times("cat-cow")).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3", "25", "2147483648", "1.5", "two", "1 1"})
    void aTimeThePlanDoesNotHaveIsNotTicked(String time) {
        tick("cat-cow", time, true).then().statusCode(400);
        tick("cat-cow", time, false).then().statusCode(400);

        assertThat(today()).isEqualTo(PlanProgress.Today.NOTHING);
    }

    @Test
    void aPlanSentAnewWithoutTheThirdTimeRefusesItByName() {
        said(3);
        tick("cat-cow", "3", true).then().statusCode(303);

        said(2);

        tick("cat-cow", "3", true).then().statusCode(400).body(containsString("2 times a day"));
    }

    @Test
    void whatIsDoneLeadsToWhatIsLeft() {
        SignedIn.inThisTest(Roles.THERAPIST);
        Draft draft = drafts.add(program, newVersion().revision(), "chin-tuck").orThrow();
        draft = drafts.dose(program, draft.revision(), "cat-cow", daily(1)).orThrow();
        draft = drafts.dose(program, draft.revision(), "chin-tuck", daily(2)).orThrow();
        sending.send(program, draft.revision());

        tick("chin-tuck", "1", true);
        page().body(allOf(containsString("1 of 2 done today."), not(containsString("Next: "))));
        tick("chin-tuck", "2", true);
        page().body(containsString("<a href=\"#exercise-1\">Next: Cat-cow stretch</a>"));
        tick("cat-cow", "1", true);
        page().body(
                        allOf(
                                containsString("That was all for today."),
                                not(containsString("Next: "))));
    }

    /** Sends her the same plan anew with this dose. */
    private void said(int timesADay) {
        SignedIn.inThisTest(Roles.THERAPIST);
        Draft draft = newVersion();
        draft = drafts.dose(program, draft.revision(), "cat-cow", daily(timesADay)).orThrow();
        sending.send(program, draft.revision());
    }

    private Draft newVersion() {
        return newPrograms
                .reopen(program, programs.draft(program).orElseThrow().revision())
                .orThrow();
    }

    private static DosageInput daily(int times) {
        return new DosageInput(1, 10, 2, null, null, times, 7, null, false, null, null);
    }

    @Test
    void whatIsNotInThePlanIsNotTicked() {
        tick("chin-tuck", "1", true)
                .then()
                .statusCode(400)
                .body(containsString("href=\"/p/" + token + "\">Back to your plan"));

        assertThat(today()).isEqualTo(PlanProgress.Today.NOTHING);
    }

    @Test
    void aDaysPainIsKeptOnceAndCanBeChanged() {
        pain("7").then().statusCode(303);
        pain("3").then().statusCode(303);

        assertThat(progress.pain(program, 9)).containsExactly(new PlanProgress.Pain(TODAY, 3));
    }

    @Test
    void muchPainIsAnsweredRightWhereShePressedAndWithoutANumberThereIsNoEmptyLink() {
        pain("6").then().statusCode(303);
        assertThat(painBox()).doesNotContain("Please stop and rest");

        pain("9").then().statusCode(303).header("Location", containsString("#pain"));
        assertThat(painBox())
                .contains("Please stop and rest", "Stop the exercise that hurts, and rest.")
                .contains("href=\"tel:+12025550123\">Call us: (202) 555-0123</a>")
                .contains("href=\"tel:911\">Call 911</a>")
                .doesNotContainPattern("(?i)bab(y|ies)|belly|birth|postpartum");

        patients.openClinicWithoutPhone();
        assertThat(painBox()).contains("Please stop and rest").doesNotContain("tel:\"", "Call us");

        pain("2").then().statusCode(303);
        assertThat(painBox()).doesNotContain("Please stop and rest");
    }

    private String painBox() {
        String page = RestAssured.get("/p/" + token).asString();
        String box = page.substring(page.indexOf("id=\"pain\""));
        return box.substring(0, box.indexOf("</section>"));
    }

    @Test
    void painOutsideZeroToTenIsRefused() {
        for (String score : new String[] {"11", "-1", "much", ""}) {
            pain(score).then().statusCode(400);
        }

        assertThat(progress.pain(program, 9)).isEmpty();
    }

    @Test
    void theLinkAlwaysShowsTheCurrentVersion() {
        int revision = programs.draft(program).orElseThrow().revision();
        Draft draft = newPrograms.reopen(program, revision).orThrow();
        draft = drafts.add(program, draft.revision(), "chin-tuck").orThrow();
        page().body(not(containsString("Chin tucks")));

        sending.send(program, draft.revision());

        page().body(containsString("Chin tucks"));
    }

    @Test
    void anExpiredLinkOffersACallAndShowsNothingElse() {
        clock.advance(Duration.ofDays(90));

        page().statusCode(410)
                .body(
                        allOf(
                                containsString("This link has run out"),
                                containsString("tel:+12025550123"),
                                not(containsString("Cat-cow")),
                                not(containsString("Hello"))));
        tick("cat-cow", "1", true).then().statusCode(410);
        pain("3").then().statusCode(410);
        assertThat(progress.pain(program, 9)).isEmpty();
    }

    @Test
    void aForeignLinkOpensNothing() {
        String foreign = links.mint(LinkKind.REVIEW, program, Duration.ofDays(90));
        String noProgram = links.mint(LinkKind.PLAN, UUID.randomUUID(), Duration.ofDays(90));
        RestAssured.given().get("/p/" + foreign).then().statusCode(404);
        RestAssured.given().get("/p/" + noProgram).then().statusCode(404);
        RestAssured.given().get("/p/nonsense").then().statusCode(404);
    }

    @Test
    void aClosedLinkOpensNothingAndOffersTheClinicsPhone() {
        links.revokeAll(LinkKind.PLAN, program);

        page().statusCode(410)
                .body(
                        allOf(
                                containsString("This link has run out"),
                                containsString("tel:+12025550123"),
                                not(containsString("Cat-cow")),
                                not(containsString("Hello"))));
        tick("cat-cow", "1", true).then().statusCode(410);
        pain("3").then().statusCode(410);
    }

    private ValidatableResponse page() {
        return RestAssured.given().get("/p/" + token).then();
    }

    private Response tick(String slug, String time, boolean done) {
        return SignedIn.form(RestAssured.given())
                .formParam("item", slug)
                .formParam("time", time)
                .formParam("done", done)
                .post("/p/" + token + "/done");
    }

    private Response pain(String score) {
        return SignedIn.form(RestAssured.given())
                .formParam("score", score)
                .post("/p/" + token + "/pain");
    }

    private PlanProgress.Today today() {
        return progress.today(programs.currentPlan(program).orElseThrow());
    }
}
