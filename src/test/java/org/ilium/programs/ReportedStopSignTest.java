package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Verdict;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.Patients;
import org.ilium.patients.StopSigns;
import org.ilium.programs.ProgramOutcome.Blocked;
import org.ilium.programs.ProgramOutcome.Sent;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a patient reports stops her plan until it is cleared. */
@QuarkusTest
class ReportedStopSignTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Answers answers;
    @Inject Sending sending;
    @Inject Programs programs;
    @Inject StopSigns stopSigns;
    @Inject Patients charts;
    @Inject DemoPatients patients;
    @Inject TestClock clock;

    private UUID ada;

    @BeforeEach
    void aTherapistInTheMorning() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
        ada = patients.pregnant(21, 0, TODAY);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aReportedSignBlocksSendingAndClearingItLetsItThrough() {
        Draft draft = draft("cat-cow");
        assertThat(draft.unresolved()).isEmpty();
        report(StopSign.VAGINAL_BLEEDING);

        ProgramOutcome blocked = sending.send(draft.programId(), draft.revision());

        assertThat(blocked).isInstanceOf(Blocked.class);
        assertThat(((Blocked) blocked).unresolved())
                .singleElement()
                .satisfies(
                        v -> {
                            assertThat(v.ruleId()).isEqualTo("STOP-BLEED");
                            assertThat(v.effect()).isEqualTo(Effect.BLOCK);
                            assertThat(v.planLevel()).isTrue();
                        });
        assertThat(programs.versions(draft.programId())).isEmpty();

        clear();

        assertThat(sending.send(draft.programId(), draft.revision())).isInstanceOf(Sent.class);
    }

    @Test
    void everySignBlocksThePlanOfAPatientWhoReportsIt() {
        for (StopSign sign : StopSign.values()) {
            UUID patient = patients.pregnant(21, 0, TODAY);
            stopSigns.report(patient, Set.of(sign), null).orThrow();

            Draft draft = newPrograms.create(patient, null, null).orThrow();
            draft = drafts.add(draft.programId(), draft.revision(), "cat-cow").orThrow();

            assertThat(draft.unresolved())
                    .as(sign.code())
                    .extracting(Verdict::effect)
                    .containsExactly(Effect.BLOCK);
        }
    }

    @Test
    void calfPainAlsoBlocksTheItemThatLoadsTheCalf() {
        report(StopSign.CALF_PAIN);

        Draft draft = draft("calf-stretch");

        assertThat(draft.unresolved())
                .filteredOn(v -> v.ruleId().equals("STOP-CALF"))
                .extracting(Verdict::itemSlug)
                .containsExactly(null, "calf-stretch");
    }

    @Test
    void anOverrideHoldsForThisReportAndNotForTheNext() {
        report(StopSign.HEADACHE);
        Draft draft = override(draft("cat-cow"), "STOP-HEAD");
        assertThat(draft.unresolved()).isEmpty();

        clear();
        report(StopSign.HEADACHE);

        Draft now = programs.draft(draft.programId()).orElseThrow();
        assertThat(now.unresolved()).extracting(Verdict::ruleId).containsExactly("STOP-HEAD");
    }

    @Test
    void anOverrideHoldsWhenAnotherSignIsReportedWhichBlocksAlone() {
        report(StopSign.HEADACHE);
        Draft draft = override(draft("cat-cow"), "STOP-HEAD");

        report(StopSign.DIZZY);

        Draft now = programs.draft(draft.programId()).orElseThrow();
        assertThat(now.unresolved()).extracting(Verdict::ruleId).containsExactly("STOP-DIZZY");
    }

    @Test
    void aSentPlanKeepsTheSignOnItsListThoughItWasOverridden() {
        report(StopSign.HEADACHE);
        Draft draft = override(draft("cat-cow"), "STOP-HEAD");

        ProgramOutcome outcome = sending.send(draft.programId(), draft.revision());

        Plan plan = ((Sent) outcome).plan();
        assertThat(plan.content().stopSigns()).anyMatch(s -> s.contains("headache"));
        assertThat(programs.versions(draft.programId()).get(0).screening().facts().stopSigns())
                .containsExactly(StopSign.HEADACHE);
    }

    private void report(StopSign sign) {
        stopSigns.report(ada, Set.of(sign), null).orThrow();
    }

    private void clear() {
        charts.openEpisode(ada)
                .orElseThrow()
                .stopSigns()
                .forEach(r -> stopSigns.clear(ada, r.id(), null, null).orThrow());
    }

    private Draft draft(String slug) {
        Draft draft = newPrograms.create(ada, null, null).orThrow();
        return drafts.add(draft.programId(), draft.revision(), slug).orThrow();
    }

    private Draft override(Draft draft, String rule) {
        AnswerInput answer =
                new AnswerInput(
                        rule,
                        null,
                        AnswerKind.OVERRIDE,
                        false,
                        "Her obstetrician saw her today",
                        null,
                        null);
        return answers.answer(draft.programId(), draft.revision(), answer).orThrow();
    }
}
