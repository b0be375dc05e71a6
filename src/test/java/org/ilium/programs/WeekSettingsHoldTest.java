package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.catalog.Effect;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.catalog.Verdict;
import org.ilium.catalog.WeekEntry;
import org.ilium.catalog.WeekSettings;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.programs.ProgramOutcome.Sent;
import org.ilium.web.SettingsOutcome.Done;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A week the clinic has set is the one its programs are screened by. */
@QuarkusTest
class WeekSettingsHoldTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject WeekSettings weeks;
    @Inject DraftScreening screening;
    @Inject ExerciseCatalog catalog;
    @Inject NewPrograms newPrograms;
    @Inject Sending sending;
    @Inject Programs programs;
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
    void backToTheDefaults() {
        clock.reset();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from week_settings").executeUpdate());
    }

    @ParameterizedTest
    @CsvSource({
        "15, 6, WARN, ADVICE",
        "16, 0, WARN, WARN",
        "17, 6, WARN, WARN",
        "18, 0, WARN, BLOCK"
    })
    void lyingOnTheBackChangesItsVerdictOnTheDayTheClinicSet(
            int week, int day, Effect byDefault, Effect bySetting) {
        UUID patient = patients.pregnant(week, day, TODAY);
        assertThat(supine(patient)).isEqualTo(byDefault);

        set(new WeekEntry(16, 18, 26, 28, 12, 2, 6, 6, 12, null));

        assertThat(supine(patient)).isEqualTo(bySetting);
    }

    @Test
    void aVersionKeepsTheWeeksItWasScreenedBy() {
        Draft draft =
                newPrograms
                        .create(patients.pregnant(21, 0, TODAY), ProgramTemplate.UPPER_BACK, null)
                        .orThrow();
        set(new WeekEntry(16, 18, 26, 28, 12, 2, 6, 6, 12, null));

        assertThat(sending.send(draft.programId(), draft.revision())).isInstanceOf(Sent.class);

        assertThat(programs.versions(draft.programId()).get(0).screening().weeks())
                .isEqualTo(new ScreeningSettings(16, 18, 26, 28, 12, 2, 6, 6, 12));
    }

    private void set(WeekEntry entry) {
        assertThat(weeks.save(entry)).isInstanceOf(Done.class);
    }

    /** What POS-SUPINE says of an item done lying on the back; advice stands for silence. */
    private Effect supine(UUID patient) {
        return screening
                .screen(patient, List.of(catalog.find("pelvic-tilt-supine").orElseThrow()))
                .stream()
                .filter(v -> v.ruleId().equals("POS-SUPINE"))
                .map(Verdict::effect)
                .findFirst()
                .orElse(Effect.ADVICE);
    }
}
