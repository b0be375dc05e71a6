package org.ilium.chart.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.access.StaffAccounts;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookedVia;
import org.ilium.booking.VisitReason;
import org.ilium.booking.VisitorBooking;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.patients.StopSigns;
import org.ilium.programs.AnswerInput;
import org.ilium.programs.AnswerKind;
import org.ilium.programs.Answers;
import org.ilium.programs.Draft;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.PlanLinks;
import org.ilium.programs.Programs;
import org.ilium.programs.Sending;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A plan that she reads is being changed, or paused, is a therapist's task without any visit. */
@QuarkusTest
class WaitingPlansPageTest {

    @Inject BookingAppointments booking;
    @Inject AppointmentChanges changes;
    @Inject Patients patients;
    @Inject StopSigns stopSigns;
    @Inject PlanLinks planLinks;
    @Inject PatientLinks links;
    @Inject Programs programs;
    @Inject NewPrograms newPrograms;
    @Inject Answers answers;
    @Inject Sending sending;
    @Inject StaffAccounts accounts;

    private ChartScene scene;
    private UUID program;

    @BeforeEach
    void sheHasAPlan() {
        scene = new ChartScene();
        program = scene.sent().programId();
    }

    @Test
    void aPlanThatFitsWaitsForNobody() {
        assertThat(day()).isEmpty();
    }

    @Test
    void aPlanOfAPregnancyThatIsOverWaitsUntilItsLinksAreClosed() {
        links.mint(LinkKind.PLAN, program, Duration.ofDays(30));
        ended(PregnancyOutcome.TERMINATION);

        assertThat(day())
                .contains("Written for a pregnancy that is over")
                .contains("href=\"/patients/" + scene.ada + "\">Demo Ada Chart</a>")
                .contains("href=\"/programs/" + program + "\">Her plan: Home program");

        planLinks.close(program);

        assertThat(day()).isEmpty();
    }

    /** Whatever holds a plan is among what My day looks at. */
    @ParameterizedTest
    @EnumSource(
            value = PregnancyOutcome.class,
            mode = Mode.EXCLUDE,
            names = {"LIVE_BIRTH_AND_LOSS", "MISCARRIAGE", "ECTOPIC"})
    void aPlanWithoutAnyLinkWaitsToo(PregnancyOutcome outcome) {
        ended(outcome);
        assertThat(day()).contains("Written for a pregnancy that is over");

        patients.closeEpisode(
                        scene.ada,
                        new EpisodeClosing(CloseReason.OTHER, scene.today()),
                        scene.open().version())
                .orThrow();
        assertThat(day()).contains("Written for a pregnancy that is over");
    }

    @Test
    void aPlanThatTheChartSpeaksAgainstSinceWaits() {
        scene.know(Set.of(Condition.CERCLAGE));

        assertThat(day()).contains("part of this plan does not fit her any more");
    }

    @Test
    void aPlanOfAnotherDueDateWaits() {
        EpisodeInfo episode = scene.open();
        patients.recordEpisode(
                        scene.ada,
                        EpisodeEntry.pregnant(episode.dueDate().plusDays(43)),
                        episode.version())
                .orThrow();

        assertThat(day()).contains("Written for a pregnancy that is over");
    }

    @Test
    void aPausedPlanWaitsUntilTheSignIsCleared() {
        scene.report(StopSign.DIZZY);
        assertThat(day()).contains("Paused: a stop sign stands");

        EpisodeInfo episode = scene.open();
        stopSigns
                .clear(
                        scene.ada,
                        episode.stopSigns().get(0).id(),
                        null,
                        "Her doctor looked at it and found nothing")
                .orThrow();

        assertThat(day()).isEmpty();
    }

    @Test
    void whoToldOfHarmIsNamedSo() {
        scene.report(StopSign.HARM);

        assertThat(day()).contains("she told of low mood or of harm").contains("urgent");
    }

    @Test
    void whatSheSaysWhenBookingAgainWaitsUntilItIsAnswered() {
        says(Stage.NEITHER, null);
        assertThat(day()).contains("What she said when booking does not fit her chart");

        answerAndSend();

        assertThat(day()).isEmpty();
        says(Stage.POSTPARTUM, 2);
        assertThat(day()).contains("What she said when booking does not fit her chart");
    }

    @Test
    void whatFitsHerChartAsksForNothing() {
        says(Stage.PREGNANT, 21);

        assertThat(day()).isEmpty();
    }

    @Test
    void anothersPlanWaitsForHerAndOnlyWithoutHerForAll() {
        ended(PregnancyOutcome.STILLBIRTH);
        String other = SignedIn.session(Roles.THERAPIST).token();

        assertThat(dayOf(other)).isEmpty();
        accounts.deactivate(scene.therapist.id()).orThrow();
        assertThat(dayOf(other)).contains("Written for a pregnancy that is over");
    }

    private void says(Stage stage, Integer weeks) {
        AppointmentDetails booked =
                booking.bookPublic(
                                scene.clinic.slot(
                                        scene.clinic.at(weeks == null ? "10:00" : "13:00")),
                                new VisitorBooking(
                                        ClinicFixture.DEMO_ADA,
                                        null,
                                        new VisitReason(stage, weeks, "Upper back"),
                                        BookedVia.PUBLIC))
                        .orThrow();
        changes.link(booked.id(), booked.version(), scene.ada).orThrow();
    }

    private void answerAndSend() {
        Draft draft =
                newPrograms
                        .reopen(program, programs.draft(program).orElseThrow().revision())
                        .orThrow();
        assertThat(draft.unresolved()).extracting(v -> v.ruleId()).containsExactly("FACT-SAID");
        draft =
                answers.answer(
                                program,
                                draft.revision(),
                                new AnswerInput(
                                        "FACT-SAID",
                                        null,
                                        AnswerKind.ACKNOWLEDGE,
                                        false,
                                        null,
                                        null,
                                        null))
                        .orThrow();
        sending.send(program, draft.revision());
    }

    private void ended(PregnancyOutcome outcome) {
        EpisodeInfo episode = scene.open();
        Integer weeks = null;
        patients.endPregnancy(
                        scene.ada,
                        new PregnancyEnd(outcome, scene.today(), BirthMode.UNKNOWN, null, weeks),
                        episode.version())
                .orThrow();
    }

    private String day() {
        return dayOf(scene.token);
    }

    /** What My day says of this plan; empty when it does not wait. */
    private String dayOf(String token) {
        String page =
                SignedIn.withSession(token)
                        .get("/therapist")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return Arrays.stream(page.split("(?=<li )"))
                .filter(line -> line.contains("waiting-plan"))
                .filter(line -> line.contains("/programs/" + program))
                .findFirst()
                .orElse("");
    }
}
