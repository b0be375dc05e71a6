package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.patients.Standing;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A birth or loss that the chart knows of is put right or refused, and never lost in silence. */
@QuarkusTest
class KnownEndingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Inject Patients patients;
    @Inject TestClock clock;

    private UUID ada;

    @BeforeEach
    void openTheClinic() {
        ClinicFixture clinic = ClinicFixture.open();
        clock.set(TODAY.atTime(9, 0).atZone(clinic.zone()).toInstant());
        ada = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        SignedIn.inThisTest(Roles.THERAPIST);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void anEarlierLossStandsBesideAStillbirthAndErasesNothing() {
        record(EpisodeEntry.pregnant(day(60)));
        end(PregnancyOutcome.STILLBIRTH, day(-10), BirthMode.VAGINAL);
        Loss earlier = loss(PregnancyOutcome.MISCARRIAGE, -500, 8);

        record(EpisodeEntry.postpartum(day(-10), BirthMode.VAGINAL).withLoss(earlier));

        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
        assertThat(open().loss()).isEqualTo(earlier);
        assertThat(patients.pregnancyEnded(ada)).isTrue();
    }

    @Test
    void aStillbirthIsNotRemovedByLeavingItsDayOut() {
        record(EpisodeEntry.pregnant(day(60)));
        end(PregnancyOutcome.STILLBIRTH, day(-10), BirthMode.VAGINAL);

        record(EpisodeEntry.postpartum(null, BirthMode.UNKNOWN));

        assertThat(open().birthDate()).isEqualTo(day(-10));
        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
    }

    @Test
    void anOlderLossDoesNotTakeThePlaceOfTheLast() {
        record(neither().withLoss(loss(PregnancyOutcome.TERMINATION, -5, 19)));

        refused(neither().withLoss(loss(PregnancyOutcome.MISCARRIAGE, -400, 8)), "lossDate");

        record(neither().withLoss(loss(PregnancyOutcome.TERMINATION, -60, 19)));
        assertThat(open().loss().on()).isEqualTo(day(-60));
    }

    @ParameterizedTest
    @CsvSource({"150, birth", "150, loss", "200, birth"})
    void aDueDateThatLeavesNoRoomForWhatIsOnRecordIsRefused(int dueIn, String what) {
        boolean birth = what.equals("birth");
        EpisodeEntry before =
                birth
                        ? EpisodeEntry.postpartum(day(-28), BirthMode.CAESAREAN)
                        : neither().withLoss(loss(PregnancyOutcome.TERMINATION, -5, 12));
        record(before);

        refused(EpisodeEntry.pregnant(day(dueIn)), birth ? "dueDate" : "lossDate");
        close();
        refused(EpisodeEntry.pregnant(day(dueIn)), birth ? "dueDate" : "lossDate");
    }

    @Test
    void aLossByMistakeIsTakenBackOnlyWhenThatIsSaid() {
        record(EpisodeEntry.pregnant(day(140)));
        end(PregnancyOutcome.TERMINATION, day(0), BirthMode.UNKNOWN);
        refused(EpisodeEntry.pregnant(day(140)), "lossDate");

        patients.recordEpisode(ada, EpisodeEntry.pregnant(day(140)), true, version()).orThrow();

        assertThat(open().loss()).isNull();
        assertThat(patients.pregnancyEnded(ada)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-9, -10, -11, 0})
    void aStillbirthIsKnownInTheNextEpisodeWhateverDayIsWritten(int birth) {
        record(EpisodeEntry.pregnant(day(60)));
        end(PregnancyOutcome.STILLBIRTH, day(-10), BirthMode.VAGINAL);
        close();

        record(EpisodeEntry.postpartum(birth == 0 ? null : day(birth), BirthMode.UNKNOWN));

        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
        assertThat(patients.pregnancyEnded(ada)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-9, -10, 0})
    void noBirthFollowsALossWithinDaysInTheNextEpisodeEither(int birth) {
        record(EpisodeEntry.pregnant(day(140)));
        end(PregnancyOutcome.TERMINATION, day(-10), BirthMode.UNKNOWN);
        close();

        refused(
                EpisodeEntry.postpartum(birth == 0 ? null : day(birth), BirthMode.UNKNOWN),
                "lossDate");
    }

    @Test
    void theDeskIsToldOnlyThatItDoesNotFit() {
        record(EpisodeEntry.pregnant(day(140)));
        end(PregnancyOutcome.TERMINATION, day(-10), BirthMode.UNKNOWN);
        close();
        SignedIn.inThisTest(Roles.FRONT_DESK);

        refused(EpisodeEntry.postpartum(day(-9), BirthMode.UNKNOWN), "stage");
        record(neither());
        assertThat(open().loss().outcome()).isEqualTo(PregnancyOutcome.TERMINATION);
    }

    @Test
    void aPregnancyThatWasOpenWhenItsEpisodeWasClosedHasEndedWhereTheNextKnowsOfNone() {
        record(EpisodeEntry.pregnant(day(140)));
        close();

        record(neither());

        assertThat(open().loss()).isEqualTo(new Loss(PregnancyOutcome.NOT_SAID, TODAY, null, 20));
        assertThat(patients.pregnancyEnded(ada)).isTrue();
    }

    @Test
    void whoIsNotPregnantAnyMoreKeepsTheWeekInWhichThatWasSaid() {
        record(EpisodeEntry.pregnant(day(7)));

        record(neither());

        assertThat(open().loss()).isEqualTo(new Loss(PregnancyOutcome.NOT_SAID, TODAY, null, 39));
    }

    @Test
    void anotherStageChosenByMistakeIsTakenBackByTheDeskToo() {
        record(EpisodeEntry.pregnant(day(100)));
        SignedIn.inThisTest(Roles.FRONT_DESK);
        record(neither());

        record(EpisodeEntry.pregnant(day(100)));

        assertThat(open().stage()).isEqualTo(Stage.PREGNANT);
        assertThat(open().loss()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "miscarriage, 6, lossWeeks",
        "miscarriage, , lossOutcome",
        "ectopic, , lossOutcome",
        "termination, 13, lossWeeks"
    })
    void aLossWrittenIntoTheChartFitsItsDueDateAsOneThatIsRecorded(
            String outcome, Integer weeks, String named) {
        record(EpisodeEntry.pregnant(day(280 - 7 * 26)));
        PregnancyOutcome how = Coded.find(PregnancyOutcome.class, outcome).orElseThrow();

        refused(neither().withLoss(new Loss(how, TODAY, false, weeks)), named);
        record(neither().withLoss(new Loss(PregnancyOutcome.TERMINATION, TODAY, false, null)));
        assertThat(open().loss().weeks()).isEqualTo(26);
    }

    @ParameterizedTest
    @CsvSource({"miscarriage, -70", "not-said, -61", "live-birth, 0", "stillbirth, -1"})
    void aPregnancyEndsAfterTheBirthBeforeIt(String outcome, int on) {
        record(pregnantAfterBirth(-60));

        EpisodeChange refused =
                patients.endPregnancy(ada, ending(outcome, day(on)), open().version());

        assertThat(((EpisodeChange.Invalid) refused).errors().on("endedOn")).contains("no room");
        assertThat(open().stage()).isEqualTo(Stage.PREGNANT);
    }

    @Test
    void putRightWhatIsNotSaidAgainStays() {
        record(EpisodeEntry.pregnant(day(20)));
        end(PregnancyOutcome.LIVE_BIRTH, day(-3), BirthMode.CAESAREAN);

        end(PregnancyOutcome.STILLBIRTH, day(-3), BirthMode.UNKNOWN);

        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);
        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
    }

    @Test
    void theDayOfALossPutRightKeepsItsWeeksAndSurgery() {
        record(EpisodeEntry.pregnant(day(280 - 70)));
        patients.endPregnancy(
                        ada,
                        new PregnancyEnd(
                                PregnancyOutcome.MISCARRIAGE, TODAY, BirthMode.UNKNOWN, true, null),
                        open().version())
                .orThrow();
        assertThat(open().loss().weeks()).isEqualTo(10);

        end(PregnancyOutcome.MISCARRIAGE, day(-8), BirthMode.UNKNOWN);

        assertThat(open().loss())
                .isEqualTo(new Loss(PregnancyOutcome.MISCARRIAGE, day(-8), true, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stillbirth", "live-birth"})
    void aBirthByMistakePutRightToALossBringsTheBirthBeforeBack(String mistaken) {
        record(pregnantAfterBirth(-160));
        end(mistaken, day(0), BirthMode.VAGINAL);
        assertThat(open().birthDate()).isEqualTo(TODAY);

        end(PregnancyOutcome.MISCARRIAGE, day(0), BirthMode.UNKNOWN);

        assertThat(open().birthDate()).isEqualTo(day(-160));
        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);
        assertThat(open().loss().on()).isEqualTo(TODAY);
    }

    @Test
    void afterADeathFollowingTheBirthNobodyIsAskedHowItWas() {
        record(EpisodeEntry.pregnant(day(20)));

        end(PregnancyOutcome.NEONATAL_DEATH, day(-3), BirthMode.VAGINAL);

        assertThat(open().stage()).isEqualTo(Stage.POSTPARTUM);
        assertThat(patients.pregnancyEnded(ada)).isTrue();
    }

    @Test
    void aDayOfAnotherBirthDoesNotTakeAStillbirthAway() {
        record(EpisodeEntry.pregnant(null));
        end(PregnancyOutcome.STILLBIRTH, day(-30), BirthMode.CAESAREAN);

        EpisodeChange refused =
                patients.recordEpisode(
                        ada, EpisodeEntry.postpartum(day(-395), BirthMode.CAESAREAN), version());

        assertThat(((EpisodeChange.Invalid) refused).errors().on("birthDate"))
                .contains("put that right first");
        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
        record(EpisodeEntry.postpartum(day(-29), BirthMode.CAESAREAN));
        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
    }

    @Test
    void sayingHowTheBirthWentKeepsTheKindThatIsOnRecord() {
        record(EpisodeEntry.postpartum(day(-21), BirthMode.CAESAREAN));

        end(PregnancyOutcome.NEONATAL_DEATH, day(-21), BirthMode.UNKNOWN);

        assertThat(open().birthMode()).isEqualTo(BirthMode.CAESAREAN);
    }

    @Test
    void ofTwinsOneMayLiveAndAnotherNot() {
        EpisodeEntry twins =
                new EpisodeEntry(
                        Stage.PREGNANT, day(20), null, BirthMode.UNKNOWN, 2, Set.of(), null, null);
        record(twins);

        end(PregnancyOutcome.LIVE_BIRTH_AND_LOSS, day(-3), BirthMode.CAESAREAN);

        assertThat(open().birthOutcome()).isEqualTo(PregnancyOutcome.LIVE_BIRTH_AND_LOSS);
        assertThat(patients.pregnancyEnded(ada)).isFalse();
        assertThat(patients.mayGrieve(ada)).isTrue();
        assertThat(Standing.of(open(), TODAY).text())
                .contains("3 days after a birth of which not all the babies are living")
                .contains("twins");

        record(EpisodeEntry.postpartum(day(-3), BirthMode.CAESAREAN));
        assertThat(patients.mayGrieve(ada)).isTrue();
    }

    @Test
    void ofOneBabyThatIsRefusedByName() {
        record(EpisodeEntry.pregnant(day(20)));

        EpisodeChange refused =
                patients.endPregnancy(
                        ada,
                        new PregnancyEnd(
                                PregnancyOutcome.LIVE_BIRTH_AND_LOSS,
                                day(-3),
                                BirthMode.VAGINAL,
                                null,
                                null),
                        version());

        assertThat(((EpisodeChange.Invalid) refused).errors().on("outcome")).contains("one baby");
        assertThat(open().stage()).isEqualTo(Stage.PREGNANT);
    }

    @Test
    void concernsAreNotHiddenByAClearFormOfAnotherStage() {
        record(screened(ScreeningForm.GAQ_P, ScreeningOutcome.CONCERNS, -1));

        record(screened(ScreeningForm.GAQ, ScreeningOutcome.CLEAR, 0));
        assertThat(open().latestScreening().outcome()).isEqualTo(ScreeningOutcome.CONCERNS);

        record(screened(ScreeningForm.GAQ_P, ScreeningOutcome.CLEAR, 0));
        assertThat(open().latestScreening().outcome()).isEqualTo(ScreeningOutcome.CLEAR);
    }

    private static EpisodeEntry screened(
            ScreeningForm form, ScreeningOutcome outcome, int takenOn) {
        return new EpisodeEntry(
                Stage.PREGNANT,
                day(100),
                null,
                BirthMode.UNKNOWN,
                1,
                Set.of(),
                new Screening(form, outcome, day(takenOn)),
                null);
    }

    private static EpisodeEntry pregnantAfterBirth(int birth) {
        return EpisodeEntry.pregnant(null).withBirth(day(birth), BirthMode.CAESAREAN);
    }

    private static EpisodeEntry neither() {
        return new EpisodeEntry(
                Stage.NEITHER, null, null, BirthMode.UNKNOWN, 1, Set.of(), null, null);
    }

    private static Loss loss(PregnancyOutcome outcome, int on, int weeks) {
        return new Loss(outcome, day(on), true, weeks);
    }

    private static LocalDate day(int fromToday) {
        return TODAY.plusDays(fromToday);
    }

    private static PregnancyEnd ending(String outcome, LocalDate on) {
        PregnancyOutcome how = Coded.find(PregnancyOutcome.class, outcome).orElseThrow();
        return new PregnancyEnd(how, on, BirthMode.UNKNOWN, null, null);
    }

    private void end(String outcome, LocalDate on, BirthMode mode) {
        end(ending(outcome, on).outcome(), on, mode);
    }

    private void end(PregnancyOutcome outcome, LocalDate on, BirthMode mode) {
        patients.endPregnancy(
                        ada, new PregnancyEnd(outcome, on, mode, null, null), open().version())
                .orThrow();
    }

    private void close() {
        patients.closeEpisode(ada, new EpisodeClosing(CloseReason.OTHER, TODAY), open().version())
                .orThrow();
    }

    private void record(EpisodeEntry entry) {
        patients.recordEpisode(ada, entry, version()).orThrow();
    }

    private void refused(EpisodeEntry entry, String field) {
        EpisodeChange outcome = patients.recordEpisode(ada, entry, version());
        assertThat(outcome).isInstanceOf(EpisodeChange.Invalid.class);
        assertThat(((EpisodeChange.Invalid) outcome).errors().list())
                .extracting(error -> error.field())
                .contains(field);
    }

    private @Nullable Integer version() {
        return patients.openEpisode(ada).map(EpisodeInfo::version).orElse(null);
    }

    private EpisodeInfo open() {
        return patients.openEpisode(ada).orElseThrow();
    }
}
