package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.PatientChange;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Her own date of birth and the dates of her pregnancies must both be possible. */
@QuarkusTest
class OwnBirthDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Inject Patients patients;
    @Inject TestClock clock;

    @BeforeEach
    void openTheClinic() {
        ClinicFixture clinic = ClinicFixture.open();
        clock.set(TODAY.atTime(9, 0).atZone(clinic.zone()).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "pregnant, 2026-11-01, 2016-02-02, dueDate",
        "pregnant, 2026-11-01, 2016-01-20,",
        "pregnant, , 2016-06-16, stage",
        "pregnant, , 2016-06-15,",
        "postpartum, 2026-05-01, 2026-05-01, birthDate",
        "postpartum, 2026-05-01, 2016-05-02, birthDate",
        "postpartum, 2026-05-01, 2016-05-01,",
        "postpartum, , 2020-01-01, stage",
        "neither, 2026-05-01, 2016-05-02, lossDate",
        "neither, 2026-05-01, 2016-05-01,",
        "neither, , 2020-01-01,"
    })
    void whatWasBeforeSheCanHaveBeenPregnantIsRefusedByName(
            String stage, LocalDate day, LocalDate born, String named) {
        PatientInfo her = born(born);

        EpisodeChange outcome = patients.recordEpisode(her.id(), entry(stage, day), null);

        if (named == null) {
            assertThat(outcome).isInstanceOf(EpisodeChange.Saved.class);
        } else {
            assertThat(((EpisodeChange.Invalid) outcome).errors().list())
                    .extracting(error -> error.field())
                    .containsExactly(named);
            assertThat(patients.openEpisode(her.id())).isEmpty();
        }
    }

    @Test
    void ownDateOfBirthIsNotChangedToOneThatHerBirthRulesOut() {
        PatientInfo her = born(LocalDate.of(1993, 8, 17));
        patients.recordEpisode(her.id(), entry("postpartum", TODAY.minusWeeks(6)), null).orThrow();

        PatientChange child = bornOn(her, TODAY.minusWeeks(6));
        assertThat(((PatientChange.Invalid) child).errors().on("birthDate")).contains("child");
        assertThat(patients.find(her.id())).contains(her);

        assertThat(bornOn(her, LocalDate.of(1994, 8, 17))).isInstanceOf(PatientChange.Saved.class);
    }

    private PatientChange bornOn(PatientInfo her, LocalDate born) {
        return patients.changeContact(
                her.id(),
                PatientEntry.of(her.givenName(), her.familyName(), born, null, null),
                true,
                her.version());
    }

    private PatientInfo born(LocalDate on) {
        return patients.register(PatientEntry.of("Demo", SomePatient.name(), on, null, null), true)
                .orThrow();
    }

    private static EpisodeEntry entry(String stage, LocalDate day) {
        return switch (stage) {
            case "pregnant" -> EpisodeEntry.pregnant(day);
            case "postpartum" -> EpisodeEntry.postpartum(day, BirthMode.UNKNOWN);
            default ->
                    new EpisodeEntry(
                                    Stage.NEITHER,
                                    null,
                                    null,
                                    BirthMode.UNKNOWN,
                                    1,
                                    Set.of(),
                                    null,
                                    null)
                            .withLoss(
                                    day == null
                                            ? null
                                            : new Loss(
                                                    PregnancyOutcome.MISCARRIAGE, day, false, 9));
        };
    }
}
