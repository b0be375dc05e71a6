package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Verdict;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.patients.StopSigns;
import org.ilium.programs.ProgramOutcome.Sent;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is out already, against the facts of today. */
@QuarkusTest
class SentPlansTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Answers answers;
    @Inject Sending sending;
    @Inject SentPlans sentPlans;
    @Inject StopSigns stopSigns;
    @Inject Patients charts;
    @Inject DemoPatients patients;
    @Inject EntityManager database;
    @Inject TestClock clock;

    @BeforeEach
    void aTherapistInTheMorning() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void whatWasSentFitsAndItsAnswersHoldAWeekLater() {
        UUID ada = patients.pregnant(21, 0, TODAY);
        patients.noteCondition(ada, "pelvic-girdle-pain");
        Draft draft = draft(ada, "cat-cow", "glute-bridge", "pelvic-tilt-supine");
        assertThat(draft.unresolved()).extracting(Verdict::effect).contains(Effect.BLOCK);
        sent(answerAll(draft));

        clock.advance(Duration.ofDays(7));

        assertThat(sentPlans.misfits(ada)).isEmpty();
    }

    @Test
    void aConditionAddedSinceIsARuleReasonOnTheItemsItIsAbout() {
        UUID ada = patients.pregnant(21, 0, TODAY);
        Plan plan = sent(answerAll(draft(ada, "cat-cow", "seated-row-band")));

        patients.noteCondition(ada, "ruptured-membranes");

        PlanMisfit misfit = only(ada);
        assertThat(misfit.programId()).isEqualTo(plan.programId());
        assertThat(misfit.version()).isEqualTo(1);
        assertThat(misfit.draftOpen()).isFalse();
        assertThat(misfit.reasons())
                .anySatisfy(
                        reason -> {
                            assertThat(reason.text()).isEqualTo("Her waters have broken.");
                            assertThat(reason.items()).contains("Cat-cow stretch");
                            assertThat(reason.block()).isTrue();
                        });
    }

    @Test
    void aReportedStopSignUnfitsThePlanUntilItIsCleared() {
        UUID ada = patients.pregnant(21, 0, TODAY);
        sent(answerAll(draft(ada, "cat-cow")));

        UUID report =
                stopSigns.report(ada, Set.of(StopSign.CONTRACTIONS), null).orThrow().get(0).id();

        assertThat(only(ada).reasons())
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.text()).contains("regular painful contractions");
                            assertThat(reason.items()).isEmpty();
                        });

        stopSigns.clear(ada, report, null, null).orThrow();

        assertThat(sentPlans.misfits(ada)).isEmpty();
    }

    @Test
    void aWarningReadAtFifteenWeeksDoesNotAnswerTheBlockOfACorrectedDueDate() {
        UUID ada = patients.pregnant(15, 0, TODAY);
        sent(answerAll(draft(ada, "pelvic-tilt-supine")));
        assertThat(sentPlans.misfits(ada)).isEmpty();

        record(ada, EpisodeEntry.pregnant(TODAY.plusDays(280 - 20 * 7)));

        assertThat(only(ada).verdicts())
                .anySatisfy(
                        v -> {
                            assertThat(v.ruleId()).isEqualTo("POS-SUPINE");
                            assertThat(v.effect()).isEqualTo(Effect.BLOCK);
                        });
    }

    @Test
    void aPlanOfThePregnancyRestsOnceTheBabyIsBorn() {
        UUID ada = patients.pregnant(34, 0, TODAY);
        UUID before = sent(answerAll(draft(ada, "cat-cow"))).programId();
        assertThat(sentPlans.held(ada)).isEmpty();

        charts.endPregnancy(
                        ada,
                        new PregnancyEnd(
                                PregnancyOutcome.LIVE_BIRTH,
                                TODAY,
                                BirthMode.CAESAREAN,
                                null,
                                null),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
        UUID since = sent(answerAll(draft(ada, "rib-breathing"))).programId();

        assertThat(sentPlans.held(ada)).containsExactly(Map.entry(before, PlanHold.RESTING));
        assertThat(since).isNotEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = PregnancyOutcome.class,
            names = {"LIVE_BIRTH", "STILLBIRTH", "TERMINATION", "NOT_SAID"})
    void aPlanOfAnEarlierPregnancyStaysAtRestInTheNext(PregnancyOutcome outcome) {
        for (LocalDate due : new LocalDate[] {TODAY.plusDays(80).plusWeeks(36), null}) {
            restsInTheNext(outcome, due);
            clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        }
    }

    private void restsInTheNext(PregnancyOutcome outcome, LocalDate due) {
        UUID ada = patients.pregnant(24, 0, TODAY);
        UUID before = sent(answerAll(draft(ada, "cat-cow"))).programId();
        charts.endPregnancy(
                        ada,
                        new PregnancyEnd(
                                outcome,
                                TODAY,
                                outcome.isBirth() ? BirthMode.VAGINAL : BirthMode.UNKNOWN,
                                null,
                                null),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
        clock.advance(Duration.ofDays(80));
        charts.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(due),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();

        assertThat(sentPlans.held(ada)).containsEntry(before, PlanHold.RESTING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPlanOfALossToldLateRestsOnceSheIsPregnantAgain(boolean inAnEpisodeOfItsOwn) {
        UUID ada = patients.pregnant(0, 0, TODAY.minusDays(80));
        UUID before = sent(answerAll(draft(ada, "cat-cow"))).programId();
        charts.endPregnancy(
                        ada,
                        new PregnancyEnd(
                                PregnancyOutcome.MISCARRIAGE,
                                TODAY.minusDays(14),
                                BirthMode.UNKNOWN,
                                false,
                                null),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
        assertThat(sentPlans.held(ada)).containsEntry(before, PlanHold.RESTING);
        if (inAnEpisodeOfItsOwn) {
            charts.closeEpisode(
                            ada,
                            new EpisodeClosing(CloseReason.GOALS_MET, TODAY),
                            charts.openEpisode(ada).orElseThrow().version())
                    .orThrow();
        }

        charts.recordEpisode(
                        ada,
                        EpisodeEntry.pregnant(TODAY.plusDays(275)),
                        charts.openEpisode(ada).map(EpisodeInfo::version).orElse(null))
                .orThrow();

        assertThat(sentPlans.held(ada)).containsEntry(before, PlanHold.RESTING);
        UUID since = sent(answerAll(draft(ada, "rib-breathing"))).programId();
        assertThat(sentPlans.held(ada)).containsOnlyKeys(before).doesNotContainKey(since);
    }

    @ParameterizedTest
    @CsvSource({"42, false", "-42, false", "43, true", "-43, true"})
    void aPlanRestsForAnotherDueDateButNotForOneThatAScanCorrects(int days, boolean rests) {
        UUID ada = patients.pregnant(18, 0, TODAY);
        LocalDate due = charts.openEpisode(ada).orElseThrow().dueDate();
        UUID plan = sent(answerAll(draft(ada, "cat-cow"))).programId();

        record(ada, EpisodeEntry.pregnant(due.plusDays(days)));

        assertThat(sentPlans.held(ada).containsKey(plan)).isEqualTo(rests);
    }

    /** Without a due date only what ended tells one pregnancy from the next. */
    @ParameterizedTest
    @CsvSource({"-10, true", "3, true", "-280, true", "-310, false"})
    void aPlanWithoutADueDateRestsWhenABirthIsToldThatItDidNotKnow(int days, boolean rests) {
        UUID ada = patients.pregnantWithoutDueDate(TODAY);
        UUID before = sent(answerAll(draft(ada, "cat-cow"))).programId();
        clock.advance(Duration.ofDays(60));

        record(ada, EpisodeEntry.pregnant(null).withBirth(TODAY.plusDays(days), BirthMode.VAGINAL));

        assertThat(sentPlans.held(ada).containsKey(before)).isEqualTo(rests);
    }

    @Test
    void aPlanWithoutADueDateDoesNotRestForABirthItKnew() {
        UUID ada = patients.pregnantWithoutDueDate(TODAY);
        EpisodeEntry again =
                EpisodeEntry.pregnant(null).withBirth(TODAY.minusWeeks(30), BirthMode.VAGINAL);
        record(ada, again);
        sent(answerAll(draft(ada, "cat-cow")));

        record(ada, again.withBirth(TODAY.minusWeeks(31), BirthMode.VAGINAL));

        assertThat(sentPlans.held(ada)).isEmpty();
    }

    @Test
    void aPlanOfThisPregnancyDoesNotRestForTheOneBefore() {
        UUID ada = patients.pregnant(8, 0, TODAY);
        charts.endPregnancy(
                        ada,
                        new PregnancyEnd(
                                PregnancyOutcome.MISCARRIAGE, TODAY, BirthMode.UNKNOWN, false, 8),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
        clock.advance(Duration.ofDays(30));
        record(ada, EpisodeEntry.pregnant(TODAY.plusDays(280)));
        assertThat(charts.openEpisode(ada).orElseThrow().loss()).isNotNull();

        sent(answerAll(draft(ada, "cat-cow")));

        assertThat(sentPlans.held(ada)).isEmpty();
    }

    @Test
    void aPlanWrittenInTheEpisodeAfterALossIsNotHeldForIt() {
        UUID ada = patients.pregnant(10, 0, TODAY);
        charts.endPregnancy(
                        ada,
                        new PregnancyEnd(
                                PregnancyOutcome.MISCARRIAGE, TODAY, BirthMode.UNKNOWN, true, null),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
        clock.advance(Duration.ofDays(400));
        charts.closeEpisode(
                        ada,
                        new EpisodeClosing(CloseReason.GOALS_MET, LocalDate.now(clock)),
                        charts.openEpisode(ada).orElseThrow().version())
                .orThrow();
        EpisodeEntry neither =
                new EpisodeEntry(
                        Stage.NEITHER, null, null, BirthMode.UNKNOWN, 1, Set.of(), null, null);
        charts.recordEpisode(ada, neither, null).orThrow();
        assertThat(charts.openEpisode(ada).orElseThrow().loss()).isNotNull();

        sent(answerAll(draft(ada, "cat-cow")));

        assertThat(sentPlans.held(ada)).isEmpty();
    }

    @Test
    void aNewStageOpensWhatWasAnsweredInTheOld() {
        UUID ada = patients.pregnant(39, 0, TODAY);
        patients.noteCondition(ada, "pelvic-girdle-pain");
        Draft draft = draft(ada, "glute-bridge");
        assertThat(draft.unresolved()).isNotEmpty();
        sent(answerAll(draft));

        record(ada, EpisodeEntry.postpartum(TODAY, BirthMode.CAESAREAN));

        assertThat(only(ada).verdicts()).isNotEmpty();
    }

    @Test
    void anAnswerOfOnePregnancyDoesNotHoldInTheNext() {
        UUID ada = patients.pregnant(21, 0, TODAY);
        sent(answerAll(draft(ada, "pelvic-tilt-supine")));

        patients.nextPregnancy(ada, 21, 0, TODAY);

        assertThat(only(ada).verdicts()).extracting(Verdict::ruleId).contains("POS-SUPINE");
    }

    @Test
    void aVersionFromBeforeTheBasisWasKeptGoesByItsFacts() {
        UUID ada = patients.pregnant(21, 0, TODAY);
        patients.noteCondition(ada, "unwell-lying-on-back");
        Plan plan = sent(answerAll(draft(ada, "pelvic-tilt-supine")));
        asAnOlderProgramKeptIt(plan.programId());
        assertThat(sentPlans.misfits(ada)).isEmpty();

        record(ada, EpisodeEntry.pregnant(TODAY.plusDays(280 - 21 * 7)));

        assertThat(only(ada).verdicts()).extracting(Verdict::ruleId).contains("POS-SUPINE");
    }

    @Test
    void withoutAnOpenEpisodeNothingIsSaid() {
        UUID ada = patients.withoutEpisode();

        assertThat(sentPlans.misfits(ada)).isEmpty();
    }

    @Test
    void aRevisedPlanThatFitsIsNoMisfitAndADraftAloneIsNoneEither() {
        UUID ada = patients.pregnant(21, 0, TODAY);
        Plan plan = sent(answerAll(draft(ada, "cat-cow")));
        UUID report = stopSigns.report(ada, Set.of(StopSign.HEADACHE), null).orThrow().get(0).id();
        PlanMisfit misfit = only(ada);

        Draft revision = newPrograms.reopen(plan.programId(), misfit.revision()).orThrow();

        assertThat(only(ada).draftOpen()).isTrue();
        sent(answerAll(revision));
        assertThat(sentPlans.misfits(ada)).isEmpty();
        stopSigns.clear(ada, report, null, null).orThrow();
        assertThat(sentPlans.misfits(ada)).isEmpty();
    }

    private PlanMisfit only(UUID patient) {
        List<PlanMisfit> misfits = sentPlans.misfits(patient);
        assertThat(misfits).hasSize(1);
        return misfits.get(0);
    }

    private void record(UUID patient, EpisodeEntry entry) {
        EpisodeInfo open = charts.openEpisode(patient).orElseThrow();
        charts.recordEpisode(patient, entry, open.version()).orThrow();
    }

    private void asAnOlderProgramKeptIt(UUID program) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            database.createNativeQuery(
                                            "insert into program_version select program_id, 2,"
                                                    + " sent_at, sent_by, delivery, content,"
                                                    + " screening - 'givenFor', sha256, format from"
                                                    + " program_version where program_id = :id")
                                    .setParameter("id", program)
                                    .executeUpdate();
                            database.createNativeQuery(
                                            "update program set current_version = 2 where id = :id")
                                    .setParameter("id", program)
                                    .executeUpdate();
                        });
    }

    private Draft draft(UUID patient, String... slugs) {
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        for (String slug : slugs) {
            draft = drafts.add(draft.programId(), draft.revision(), slug).orThrow();
        }
        return draft;
    }

    private Draft answerAll(Draft draft) {
        Draft now = draft;
        while (!now.unresolved().isEmpty()) {
            Verdict v = now.unresolved().get(0);
            boolean block = v.effect() == Effect.BLOCK;
            AnswerInput answer =
                    new AnswerInput(
                            v.ruleId(),
                            v.itemSlug(),
                            block ? AnswerKind.OVERRIDE : AnswerKind.ACKNOWLEDGE,
                            false,
                            block ? "Propped on a wedge, she is well" : null,
                            null,
                            null);
            now = answers.answer(now.programId(), now.revision(), answer).orThrow();
        }
        return now;
    }

    private Plan sent(Draft draft) {
        return ((Sent) sending.send(draft.programId(), draft.revision())).plan();
    }
}
