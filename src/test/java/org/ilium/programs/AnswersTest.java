package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Verdict;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.programs.ProgramOutcome.Invalid;
import org.ilium.programs.ProgramOutcome.Refused;
import org.ilium.programs.ProgramOutcome.Sent;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String SUPINE = "pelvic-tilt-supine";

    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Answers answers;
    @Inject Sending sending;
    @Inject Programs programs;
    @Inject DemoPatients patients;
    @Inject TestClock clock;
    @Inject Patients charts;
    @Inject MeterRegistry meters;

    private Staff therapist;

    @BeforeEach
    void aTherapistInTheMorning() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        therapist = SignedIn.inThisTest(Roles.THERAPIST);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void whatTheChartBlocksIsCounted() {
        Counter count = meters.get("ilium.screening.blocked").counter();
        double before = count.count();

        Draft draft = blocked();

        assertThat(count.count()).isEqualTo(before + 1);
        drafts.add(draft.programId(), draft.revision(), "cat-cow").orThrow();
        assertThat(count.count()).isEqualTo(before + 1);
    }

    @Test
    void aBlockIsNotAcknowledged() {
        Draft draft = blocked();

        assertThat(answer(draft, acknowledge("POS-SUPINE", SUPINE)))
                .isEqualTo(new Refused(ProgramRefusal.BLOCK_NEEDS_OVERRIDE));
    }

    @Test
    void noAnswerLetsThroughWhatSpeaksOfABabyAfterALoss() {
        UUID patient = patients.pregnant(30, 0, TODAY);
        charts.endPregnancy(
                        patient,
                        new PregnancyEnd(
                                PregnancyOutcome.STILLBIRTH, TODAY, BirthMode.VAGINAL, null, null),
                        charts.openEpisode(patient).orElseThrow().version())
                .orThrow();
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "feeding-posture").orThrow();

        assertThat(answer(draft, override("LOSS-WORDS", "feeding-posture", "because I think so")))
                .isEqualTo(new Refused(ProgramRefusal.COMES_OUT));
        assertThat(sending.send(draft.programId(), draft.revision())).isNotInstanceOf(Sent.class);
    }

    @Test
    void aWarningIsNotOverridden() {
        Draft draft = blocked();

        assertThat(answer(draft, override("GATE-TRIMESTER", SUPINE, "She knows it well")))
                .isEqualTo(new Refused(ProgramRefusal.ONLY_BLOCKS_ARE_OVERRIDDEN));
    }

    @Test
    void anOverrideNeedsAReasonOfTenCharacters() {
        Draft draft = blocked();

        assertThat(answer(draft, override("POS-SUPINE", SUPINE, "too  short")))
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new FieldError(
                                                "reason",
                                                "must say why, in at least 10 characters"))));
        assertThat(programs.draft(draft.programId()).orElseThrow().revision())
                .isEqualTo(draft.revision());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..........",
                "1234567890",
                "- - - - - - - - - -",
                "aaaaaaaaaaaa",
                "same same same",
                "a b c d e f g h i j",
                "2026-03-02 10:30"
            })
    void anOverrideNeedsAReasonInWords(String marks) {
        assertThat(fields(answer(blocked(), override("POS-SUPINE", SUPINE, marks))))
                .containsExactly("reason");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OK by Dr. Lee",
                "Обсудили с врачом",
                "تحدثنا مع طبيبها",
                "已与她的产科医生讨论过了",
                "ปรึกษาแพทย์ของเธอแล้ว",
                "의사와 상의했습니다 오늘"
            })
    void aReasonIsInWordsInWhateverScript(String reason) {
        assertThat(answer(blocked(), override("POS-SUPINE", SUPINE, reason)))
                .isInstanceOf(ProgramOutcome.Done.class);
    }

    @Test
    void whoClearedHerIsNamedWithLetters() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        patients.noteCondition(patient, "ruptured-membranes");
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "seated-row-band").orThrow();
        String why = "Talked it through with her midwife";

        for (String nobody : List.of(".", "1", "12345", "X")) {
            assertThat(fields(answer(draft, cleared("seated-row-band", why, nobody, TODAY))))
                    .containsExactly("clearanceNote");
        }
        assertThat(answer(draft, cleared("seated-row-band", why, "李医生", TODAY)))
                .isInstanceOf(ProgramOutcome.Done.class);
    }

    @Test
    void aBlockIsNotOverriddenEverywhereNorAWarningReadWhereItDoesNotStand() {
        Draft draft = blocked();
        AnswerInput everywhere =
                new AnswerInput(
                        "POS-SUPINE",
                        SUPINE,
                        AnswerKind.OVERRIDE,
                        true,
                        "Two pillows, one minute",
                        null,
                        null);
        AnswerInput elsewhere =
                new AnswerInput(
                        "GATE-TRIMESTER",
                        "cat-cow",
                        AnswerKind.ACKNOWLEDGE,
                        true,
                        null,
                        null,
                        null);

        assertThat(fields(answer(draft, everywhere))).containsExactly("everywhere");
        assertThat(answer(draft, elsewhere)).isEqualTo(new Refused(ProgramRefusal.VERDICT_GONE));
    }

    @Test
    void anOverrideIsKeptWithWhoAndWhenAndGoesIntoTheSentVersion() {
        Draft draft = blocked();
        draft = answer(draft, override("POS-SUPINE", SUPINE, "Two pillows, one minute")).orThrow();
        draft = answer(draft, acknowledge("GATE-TRIMESTER", SUPINE)).orThrow();

        ProgramOutcome outcome = sending.send(draft.programId(), draft.revision());

        assertThat(outcome).isInstanceOf(Sent.class);
        Draft.Answered block =
                programs.versions(draft.programId()).get(0).screening().verdicts().stream()
                        .filter(v -> v.verdict().ruleId().equals("POS-SUPINE"))
                        .findFirst()
                        .orElseThrow();
        assertThat(block.answer())
                .isEqualTo(
                        new Answer(
                                "POS-SUPINE",
                                block.verdict().ruleVersion(),
                                SUPINE,
                                AnswerKind.OVERRIDE,
                                "Two pillows, one minute",
                                null,
                                null,
                                therapist.id(),
                                clock.instant()));
    }

    /** The next version of an unchanged plan for an unchanged patient asks nothing again. */
    @Test
    void whatWasAnsweredHoldsInTheNextVersionWhileNothingChanged() {
        Draft draft = blocked();
        draft = answer(draft, override("POS-SUPINE", SUPINE, "Two pillows, one minute")).orThrow();
        draft = answer(draft, acknowledge("GATE-TRIMESTER", SUPINE)).orThrow();
        sending.send(draft.programId(), draft.revision());

        Draft next = reopened(draft.programId());
        assertThat(next.unresolved()).isEmpty();

        next = drafts.dose(next.programId(), next.revision(), SUPINE, dose(9)).orThrow();
        assertThat(next.unresolved())
                .extracting(Verdict::ruleId)
                .containsExactlyInAnyOrder("POS-SUPINE", "GATE-TRIMESTER");
        newPrograms.discard(next.programId(), next.revision()).orThrow();

        patients.noteCondition(next.patientId(), "unwell-lying-on-back");
        assertThat(reopened(draft.programId()).unresolved())
                .extracting(Verdict::ruleId)
                .containsExactly("POS-SUPINE");
    }

    @Test
    void theSameDoseAgainTakesNoAnswerBack() {
        Draft draft = blocked();
        draft = drafts.dose(draft.programId(), draft.revision(), SUPINE, dose(9)).orThrow();
        draft = answer(draft, acknowledge("GATE-TRIMESTER", SUPINE)).orThrow();
        int open = draft.unresolved().size();

        draft = drafts.dose(draft.programId(), draft.revision(), SUPINE, dose(9)).orThrow();
        assertThat(draft.unresolved()).hasSize(open);
        draft = drafts.dose(draft.programId(), draft.revision(), SUPINE, dose(10)).orThrow();
        assertThat(draft.unresolved()).hasSize(open + 1);
    }

    private Draft reopened(UUID programId) {
        return newPrograms
                .reopen(programId, programs.draft(programId).orElseThrow().revision())
                .orThrow();
    }

    private static DosageInput dose(int reps) {
        return new DosageInput(2, reps, null, null, null, 1, 7, null, false, null, null);
    }

    @Test
    void anAbsoluteRuleAlsoNeedsObstetricClearance() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        patients.noteCondition(patient, "ruptured-membranes");
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "seated-row-band").orThrow();
        String why = "Talked it through with her midwife";

        ProgramOutcome without = answer(draft, override("ABS-ROM", "seated-row-band", why));
        ProgramOutcome tomorrow =
                answer(draft, cleared("seated-row-band", why, "Dr. Demo", TODAY.plusDays(1)));
        ProgramOutcome cleared = answer(draft, cleared("seated-row-band", why, "Dr. Demo", TODAY));

        assertThat(fields(without)).containsExactly("clearanceNote", "clearanceDate");
        assertThat(fields(tomorrow)).containsExactly("clearanceDate");
        assertThat(cleared.orThrow().unresolved())
                .extracting(Verdict::ruleId)
                .doesNotContain("ABS-ROM");
    }

    @Test
    void aClearanceFromBeforeThisPregnancyDoesNotCount() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        patients.noteCondition(patient, "ruptured-membranes");
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "seated-row-band").orThrow();
        String why = "Talked it through with her midwife";
        LocalDate start = TODAY.minusWeeks(21);

        ProgramOutcome before =
                answer(draft, cleared("seated-row-band", why, "Dr. Demo", start.minusDays(1)));
        ProgramOutcome since = answer(draft, cleared("seated-row-band", why, "Dr. Demo", start));

        assertThat(fields(before)).containsExactly("clearanceDate");
        assertThat(since).isInstanceOf(ProgramOutcome.Done.class);
    }

    @Test
    void aClearanceDoesNotCoverAConditionRecordedLater() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        patients.noteCondition(patient, "uncontrolled-thyroid-disease");
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "seated-row-band").orThrow();
        AnswerInput cleared =
                new AnswerInput(
                        "ABS-UNCTRL",
                        "seated-row-band",
                        AnswerKind.OVERRIDE,
                        false,
                        "Her thyroid is being brought under control",
                        "Dr. Demo",
                        TODAY);
        draft = answer(draft, cleared).orThrow();
        assertThat(open(draft)).doesNotContain("ABS-UNCTRL");

        patients.noteCondition(patient, "uncontrolled-hypertension");

        ProgramOutcome outcome = sending.send(draft.programId(), draft.revision());
        assertThat(((ProgramOutcome.Blocked) outcome).unresolved())
                .extracting(Verdict::ruleId)
                .contains("ABS-UNCTRL");
    }

    @Test
    void whatWasAnsweredInOnePregnancyIsOpenAgainInTheNext() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), SUPINE).orThrow();
        draft = answer(draft, acknowledge("GATE-TRIMESTER", SUPINE)).orThrow();
        assertThat(open(draft)).doesNotContain("GATE-TRIMESTER");

        patients.nextPregnancy(patient, 21, 0, TODAY);

        assertThat(open(programs.draft(draft.programId()).orElseThrow()))
                .contains("GATE-TRIMESTER");
    }

    @Test
    void aClearanceOfOnePregnancyIsAskedForAgainInTheNext() {
        UUID patient = patients.pregnant(12, 0, TODAY);
        patients.noteCondition(patient, "cervical-insufficiency");
        Draft sent = clearedRow(patient, "ABS-CERVIX");
        assertThat(sending.send(sent.programId(), sent.revision())).isInstanceOf(Sent.class);
        Draft left = clearedRow(patient, "ABS-CERVIX");
        assertThat(open(left)).doesNotContain("ABS-CERVIX");

        ended(patient, PregnancyOutcome.MISCARRIAGE);
        clock.advance(Duration.ofDays(80));
        pregnantAgain(patient, 220, Condition.CERVICAL_INSUFFICIENCY);

        assertThat(open(reopened(sent.programId()))).contains("ABS-CERVIX");
        assertThat(open(programs.draft(left.programId()).orElseThrow())).contains("ABS-CERVIX");
    }

    @Test
    void aClearanceAfterOneBirthIsAskedForAgainAfterTheNext() {
        UUID patient = patients.pregnant(38, 0, TODAY);
        ended(patient, PregnancyOutcome.LIVE_BIRTH);
        patients.noteCondition(patient, "pre-eclampsia");
        Draft draft = clearedRow(patient, "ABS-PREECL");
        assertThat(open(draft)).doesNotContain("ABS-PREECL");

        clock.advance(Duration.ofDays(330));
        pregnantAgain(patient, 20, Condition.PRE_ECLAMPSIA);
        ended(patient, PregnancyOutcome.LIVE_BIRTH);
        EpisodeInfo born = charts.openEpisode(patient).orElseThrow();
        charts.recordEpisode(
                        patient,
                        new EpisodeEntry(
                                born.stage(),
                                null,
                                born.birthDate(),
                                BirthMode.VAGINAL,
                                1,
                                Set.of(Condition.PRE_ECLAMPSIA),
                                null,
                                null),
                        born.version())
                .orThrow();

        assertThat(open(programs.draft(draft.programId()).orElseThrow())).contains("ABS-PREECL");
    }

    @Test
    void aDueDateCorrectedByDaysAsksOnlyForTheClearanceAgain() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        patients.noteCondition(patient, "cervical-insufficiency");
        patients.noteCondition(patient, "recurrent-loss");
        Draft draft = clearedRow(patient, "ABS-CERVIX");
        draft = answer(draft, acknowledge("REL-LOSS", "seated-row-band")).orThrow();
        assertThat(open(draft)).doesNotContain("ABS-CERVIX", "REL-LOSS");

        charts.recordEpisode(
                        patient,
                        new EpisodeEntry(
                                Stage.PREGNANT,
                                TODAY.plusDays(280 - 21 * 7 + 3),
                                null,
                                BirthMode.UNKNOWN,
                                1,
                                Set.of(Condition.CERVICAL_INSUFFICIENCY, Condition.RECURRENT_LOSS),
                                null,
                                null),
                        charts.openEpisode(patient).orElseThrow().version())
                .orThrow();

        assertThat(open(programs.draft(draft.programId()).orElseThrow()))
                .contains("ABS-CERVIX")
                .doesNotContain("REL-LOSS");
    }

    private Draft clearedRow(UUID patient, String rule) {
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "seated-row-band").orThrow();
        AnswerInput cleared =
                new AnswerInput(
                        rule,
                        "seated-row-band",
                        AnswerKind.OVERRIDE,
                        false,
                        "Talked it through with her midwife",
                        "Dr. Demo",
                        LocalDate.now(clock));
        draft = answer(draft, cleared).orThrow();
        for (Verdict open : draft.unresolved()) {
            if (open.effect() == Effect.WARN) {
                draft = answer(draft, acknowledge(open.ruleId(), open.itemSlug())).orThrow();
            }
        }
        return draft;
    }

    private void ended(UUID patient, PregnancyOutcome how) {
        charts.endPregnancy(
                        patient,
                        new PregnancyEnd(how, LocalDate.now(clock), BirthMode.UNKNOWN, null, null),
                        charts.openEpisode(patient).orElseThrow().version())
                .orThrow();
    }

    private void pregnantAgain(UUID patient, int daysLeft, Condition condition) {
        EpisodeInfo before = charts.openEpisode(patient).orElseThrow();
        EpisodeEntry again =
                new EpisodeEntry(
                        Stage.PREGNANT,
                        LocalDate.now(clock).plusDays(daysLeft),
                        before.birthDate(),
                        before.birthMode(),
                        1,
                        Set.of(condition),
                        null,
                        null);
        charts.recordEpisode(patient, again, before.version()).orThrow();
    }

    @Test
    void aWarningReadOnThePlanIsNotReadOnItsItems() {
        UUID patient = patients.pregnantWithoutDueDate(TODAY);
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), SUPINE).orThrow();
        assertThat(places(draft, "FACT-WEEK")).containsExactly(null, SUPINE);

        draft = answer(draft, acknowledge("FACT-WEEK", null)).orThrow();

        assertThat(places(draft, "FACT-WEEK")).containsExactly(SUPINE);
    }

    private static List<String> open(Draft draft) {
        return draft.unresolved().stream().map(Verdict::ruleId).toList();
    }

    private static List<String> places(Draft draft, String rule) {
        return draft.unresolved().stream()
                .filter(v -> v.ruleId().equals(rule))
                .map(Verdict::itemSlug)
                .toList();
    }

    @Test
    void whatDoesNotStandIsNotAnswered() {
        Draft draft = blocked();

        assertThat(answer(draft, acknowledge("REL-LOSS", SUPINE)))
                .isEqualTo(new Refused(ProgramRefusal.VERDICT_GONE));
        assertThat(answers.withdraw(draft.programId(), draft.revision(), "POS-SUPINE", SUPINE))
                .isEqualTo(new Refused(ProgramRefusal.VERDICT_GONE));
    }

    @Test
    void anAnswerTakenBackOpensTheVerdictAgain() {
        Draft draft = answer(blocked(), acknowledge("GATE-TRIMESTER", SUPINE)).orThrow();
        assertThat(draft.unresolved()).extracting(Verdict::ruleId).containsExactly("POS-SUPINE");

        draft =
                answers.withdraw(draft.programId(), draft.revision(), "GATE-TRIMESTER", SUPINE)
                        .orThrow();

        assertThat(draft.unresolved())
                .extracting(Verdict::ruleId)
                .containsExactly("POS-SUPINE", "GATE-TRIMESTER");
    }

    @Test
    void anItemTakenOutAndPutBackIsAnsweredAnew() {
        Draft draft = answer(blocked(), acknowledge("GATE-TRIMESTER", SUPINE)).orThrow();
        draft = drafts.remove(draft.programId(), draft.revision(), SUPINE).orThrow();

        draft = drafts.add(draft.programId(), draft.revision(), SUPINE).orThrow();

        assertThat(draft.unresolved())
                .extracting(Verdict::ruleId)
                .containsExactly("POS-SUPINE", "GATE-TRIMESTER");
    }

    @Test
    void aWarningInSeveralPlacesIsAcknowledgedInAllOfThemButNotInLaterOnes() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        patients.noteCondition(patient, "recurrent-loss");
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "seated-row-band").orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "band-pull-apart").orThrow();
        assertThat(warnings(draft)).containsExactly("seated-row-band", "band-pull-apart");

        draft =
                answer(
                                draft,
                                new AnswerInput(
                                        "REL-LOSS",
                                        "seated-row-band",
                                        AnswerKind.ACKNOWLEDGE,
                                        true,
                                        null,
                                        null,
                                        null))
                        .orThrow();
        assertThat(warnings(draft)).isEmpty();

        draft = drafts.add(draft.programId(), draft.revision(), "standing-row-band").orThrow();
        assertThat(warnings(draft)).containsExactly("standing-row-band");
    }

    private static List<String> warnings(Draft draft) {
        return draft.unresolved().stream()
                .filter(v -> v.ruleId().equals("REL-LOSS"))
                .map(Verdict::itemSlug)
                .toList();
    }

    private Draft blocked() {
        Draft draft = newPrograms.create(patients.pregnant(21, 0, TODAY), null, null).orThrow();
        return drafts.add(draft.programId(), draft.revision(), SUPINE).orThrow();
    }

    private ProgramOutcome answer(Draft draft, AnswerInput input) {
        return answers.answer(draft.programId(), draft.revision(), input);
    }

    private static AnswerInput acknowledge(String rule, String item) {
        return new AnswerInput(rule, item, AnswerKind.ACKNOWLEDGE, false, null, null, null);
    }

    private static AnswerInput override(String rule, String item, String reason) {
        return new AnswerInput(rule, item, AnswerKind.OVERRIDE, false, reason, null, null);
    }

    private static AnswerInput cleared(String item, String reason, String by, LocalDate on) {
        return new AnswerInput("ABS-ROM", item, AnswerKind.OVERRIDE, false, reason, by, on);
    }

    private static List<String> fields(ProgramOutcome outcome) {
        return ((Invalid) outcome).errors().stream().map(FieldError::field).toList();
    }
}
