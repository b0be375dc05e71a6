package org.ilium.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.Programs;
import org.ilium.programs.SentPlanFixture;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Send that is refused shows the page it came from, headed by the reason, with all in place. */
@QuarkusTest
class RefusedSendTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject DemoPatients demo;
    @Inject SentPlanFixture plans;
    @Inject Drafts drafts;
    @Inject Programs programs;
    @Inject Patients charts;
    @Inject TestClock clock;

    private Draft draft;

    @BeforeEach
    void aDraftWithABlockedItem() {
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        demo.openClinic();
        SignedIn.inThisTest(Roles.THERAPIST);
        draft = plans.draft(demo.pregnant(21, 0, TODAY));
        draft =
                drafts.describe(draft.programId(), draft.revision(), "Upper back", "On the rug")
                        .orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "pelvic-tilt-supine").orThrow();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void thePlainFormShowsTheBuilderAgain() {
        send(draft.revision(), null, false)
                .statusCode(422)
                .body(
                        allOf(
                                containsString("<html"),
                                containsString("id=\"picks\""),
                                containsString("role=\"alert\""),
                                containsString("Answer each safety warning first: POS-SUPINE"),
                                containsString("On the rug"),
                                containsString("Cat-cow")));

        assertThat(programs.currentPlan(draft.programId())).isEmpty();
    }

    @Test
    void theFragmentShowsTheProgramSideAgain() {
        send(draft.revision(), null, true)
                .statusCode(422)
                .body(
                        allOf(
                                not(containsString("<html")),
                                containsString("id=\"draft\""),
                                containsString("Answer each safety warning first: POS-SUPINE"),
                                containsString("On the rug")));
    }

    @Test
    void thePreviewIsShownAgainWhenItCameFromThere() {
        send(draft.revision(), "preview", false)
                .statusCode(422)
                .body(
                        allOf(
                                containsString("What Demo Ada will get"),
                                containsString("role=\"alert\""),
                                containsString("Answer each safety warning first")));
    }

    @Test
    void whatNoAnswerLiftsIsNotCountedAmongTheAnswers() {
        UUID ada = demo.pregnant(30, 0, TODAY);
        demo.noteCondition(ada, "lochia");
        draft = plans.draft(ada);
        draft = drafts.add(draft.programId(), draft.revision(), "pelvic-tilt-supine").orThrow();

        assertThat(waits())
                .isEqualTo("2 warnings need your answer. The chart must be put right first.");
        send(draft.revision(), null, true)
                .statusCode(422)
                .body(containsString("first: POS-SUPINE, GATE-TRIMESTER. Put the chart"))
                .body(
                        containsString(
                                "Put the chart right first, no answer lifts this: FACT-CONFLICT."));
    }

    @Test
    void whatMustComeOutIsCountedByExerciseAndItsWarningsWantNoAnswer() {
        UUID ada = demo.pregnant(30, 0, TODAY);
        int seen = charts.openEpisode(ada).orElseThrow().version();
        charts.endPregnancy(
                        ada,
                        new PregnancyEnd(
                                PregnancyOutcome.STILLBIRTH, TODAY, BirthMode.VAGINAL, null, null),
                        seen)
                .orThrow();
        draft = plans.draft(ada);
        draft = drafts.add(draft.programId(), draft.revision(), "feeding-posture").orThrow();
        long others =
                draft.unresolved().stream()
                        .filter(v -> !"feeding-posture".equals(v.itemSlug()))
                        .count();

        assertThat(waits()).endsWith("1 exercise must come out.");
        assertThat(waits().startsWith("1 exercise")).isEqualTo(others == 0);
        send(draft.revision(), "preview", false)
                .statusCode(422)
                .body(
                        containsString(
                                "Take out first what no answer keeps in the program:"
                                        + " feeding-posture (LOSS-WORDS)."));
    }

    /** As it stands beside the send button. */
    private String waits() {
        String page = SignedIn.as(Roles.THERAPIST).get("/programs/" + draft.programId()).asString();
        String line = page.substring(page.indexOf("class=\"waits\">") + 14);
        return line.substring(0, line.indexOf("</span>"));
    }

    @Test
    void aSendOfAnOldStateSaysWhatChangedSince() {
        for (String from : new String[] {null, "preview"}) {
            send(draft.revision() - 1, from, false)
                    .statusCode(409)
                    .body(containsString("Since then: Added "));
        }
    }

    @Test
    void anEmptyOneSaysSo() {
        for (String slug : new String[] {"cat-cow", "pelvic-tilt-supine"}) {
            draft = drafts.remove(draft.programId(), draft.revision(), slug).orThrow();
        }

        send(draft.revision(), null, false)
                .statusCode(422)
                .body(containsString("The program is empty. Add an exercise first."));
    }

    @Test
    void whatIsSentLeadsToItsPageInBothWays() {
        Draft good =
                drafts.remove(draft.programId(), draft.revision(), "pelvic-tilt-supine").orThrow();

        send(good.revision(), null, true)
                .statusCode(204)
                .header("HX-Redirect", "/programs/" + good.programId());
        Draft other = plans.draft(good.patientId());
        draft = other;
        send(other.revision(), "preview", false)
                .statusCode(303)
                .header("Location", endsWith("/programs/" + other.programId()));
    }

    @Test
    void aProgramThatIsNotThereIsNotFound() {
        SignedIn.form(SignedIn.as(Roles.THERAPIST))
                .formParam("revision", 1)
                .post("/programs/" + UUID.randomUUID() + "/send")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse send(int revision, String from, boolean fragment) {
        var request = SignedIn.form(SignedIn.as(Roles.THERAPIST)).formParam("revision", revision);
        if (from != null) {
            request.formParam("from", from);
        }
        if (fragment) {
            request.header("HX-Request", "true");
        }
        return request.post("/programs/" + draft.programId() + "/send").then();
    }
}
