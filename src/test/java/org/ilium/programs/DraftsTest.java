package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.catalog.Dosage;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.programs.ProgramOutcome.Invalid;
import org.ilium.programs.ProgramOutcome.Refused;
import org.ilium.programs.ProgramOutcome.Stale;
import org.ilium.web.FieldError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftsTest {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Programs programs;
    @Inject DemoPatients patients;
    @Inject TestClock clock;

    private UUID patient;
    private Draft draft;

    @BeforeEach
    void anEmptyDraft() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
        patient = patients.pregnant(21, 0, TODAY);
        draft = newPrograms.create(patient, null, null).orThrow();
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aDraftFromATemplateHoldsItsItemsWithTheCatalogsDoses() {
        for (ProgramTemplate template : newPrograms.offered(patient)) {
            Draft made = newPrograms.create(patient, template, null).orThrow();

            assertThat(slugs(made)).isEqualTo(template.slugs());
            assertThat(made.title()).isEqualTo(template.title());
            assertThat(made.items())
                    .allSatisfy(
                            i -> assertThat(i.dosage()).isEqualTo(i.exercise().defaultDosage()));
        }
    }

    @Test
    void noDraftIsMadeForAPatientWhoDoesNotExist() {
        ProgramOutcome outcome = newPrograms.create(UUID.randomUUID(), null, null);

        assertThat(outcome).isEqualTo(new Refused(ProgramRefusal.PATIENT_UNKNOWN));
    }

    @Test
    void itemsAreAddedMovedSwappedAndRemoved() {
        add("cat-cow", "chin-tuck", "seated-row-band");
        assertThat(slugs(draft)).containsExactly("cat-cow", "chin-tuck", "seated-row-band");

        draft = drafts.move(draft.programId(), draft.revision(), "seated-row-band", 0).orThrow();
        assertThat(slugs(draft)).containsExactly("seated-row-band", "cat-cow", "chin-tuck");

        draft =
                drafts.swap(draft.programId(), draft.revision(), "cat-cow", "seated-cat-cow")
                        .orThrow();
        assertThat(slugs(draft)).containsExactly("seated-row-band", "seated-cat-cow", "chin-tuck");

        draft = drafts.remove(draft.programId(), draft.revision(), "seated-row-band").orThrow();
        assertThat(slugs(programs.draft(draft.programId()).orElseThrow()))
                .containsExactly("seated-cat-cow", "chin-tuck");
    }

    @Test
    void aMovePastTheEndGoesToTheEnd() {
        add("cat-cow", "chin-tuck");

        draft = drafts.move(draft.programId(), draft.revision(), "cat-cow", 99).orThrow();
        assertThat(slugs(draft)).containsExactly("chin-tuck", "cat-cow");

        draft = drafts.move(draft.programId(), draft.revision(), "cat-cow", -5).orThrow();
        assertThat(slugs(draft)).containsExactly("cat-cow", "chin-tuck");
    }

    @Test
    void theSameExerciseTwiceIsRefused() {
        add("cat-cow");

        assertThat(drafts.add(draft.programId(), draft.revision(), "cat-cow"))
                .isEqualTo(new Refused(ProgramRefusal.ALREADY_IN_PROGRAM));
    }

    @Test
    void whatTheCatalogOrTheProgramDoesNotHoldIsRefused() {
        assertThat(drafts.add(draft.programId(), draft.revision(), "no-such-thing"))
                .isEqualTo(new Refused(ProgramRefusal.EXERCISE_UNKNOWN));
        assertThat(drafts.remove(draft.programId(), draft.revision(), "cat-cow"))
                .isEqualTo(new Refused(ProgramRefusal.NOT_IN_PROGRAM));
        assertThat(drafts.add(UUID.randomUUID(), 1, "cat-cow"))
                .isEqualTo(new Refused(ProgramRefusal.PROGRAM_UNKNOWN));
    }

    @Test
    void aStaleEditIsToldWhatChangedAndChangesNothing() {
        int seen = draft.revision();
        add("cat-cow", "chin-tuck");

        ProgramOutcome outcome = drafts.add(draft.programId(), seen, "seated-row-band");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale -> {
                            assertThat(stale.currentRevision()).isEqualTo(draft.revision());
                            assertThat(stale.changes())
                                    .containsExactly("Added Cat-cow stretch", "Added Chin tucks");
                        });
        assertThat(slugs(programs.draft(draft.programId()).orElseThrow()))
                .containsExactly("cat-cow", "chin-tuck");
    }

    @Test
    void aDoseInsideItsRangesIsKeptAndSaidInASentence() {
        add("cat-cow");

        draft =
                drafts.dose(
                                draft.programId(),
                                draft.revision(),
                                "cat-cow",
                                new DosageInput(
                                        3,
                                        8,
                                        0,
                                        null,
                                        null,
                                        2,
                                        5,
                                        Dosage.Side.LEFT,
                                        false,
                                        "  ",
                                        null))
                        .orThrow();

        assertThat(draft.items().get(0).dosage().sentence())
                .isEqualTo("3 sets of 8, left side only. Twice a day, 5 days a week.");
    }

    @Test
    void aDoseOutsideItsRangesNamesEachField() {
        add("cat-cow");
        Dosage before = draft.items().get(0).dosage();

        ProgramOutcome outcome =
                drafts.dose(
                        draft.programId(),
                        draft.revision(),
                        "cat-cow",
                        new DosageInput(
                                11,
                                0,
                                -1,
                                601,
                                601,
                                25,
                                8,
                                null,
                                false,
                                "x".repeat(101),
                                "\u0000"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.errors())
                                        .extracting(FieldError::field)
                                        .containsExactlyInAnyOrder(
                                                "sets",
                                                "reps",
                                                "holdSeconds",
                                                "restSeconds",
                                                "durationMinutes",
                                                "timesPerDay",
                                                "daysPerWeek",
                                                "resistance",
                                                "note"));
        assertThat(programs.draft(draft.programId()).orElseThrow().items().get(0).dosage())
                .isEqualTo(before);
    }

    @Test
    void aNoteLongerThan2000CharactersIsRefused() {
        ProgramOutcome kept =
                drafts.describe(draft.programId(), draft.revision(), "Back", "x".repeat(2000));
        ProgramOutcome refused =
                drafts.describe(
                        draft.programId(),
                        kept.orThrow().revision(),
                        "Back",
                        "x".repeat(1_000_000));

        assertThat(refused)
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new FieldError(
                                                "note", "must be 2000 characters or fewer"))));
    }

    @Test
    void moreThanFiveExercisesAreRemarkedOnButNotStopped() {
        add("cat-cow", "chin-tuck", "seated-row-band", "seated-cat-cow", "shoulder-blade-squeeze");
        assertThat(draft.hints()).isEmpty();

        add("sitting-posture");

        assertThat(draft.hints()).singleElement().asString().startsWith("6 exercises.");
    }

    @Test
    void aWholeDraftIsReplacedAtOnceOrNotAtAll() {
        add("cat-cow", "chin-tuck");

        ProgramOutcome outcome =
                drafts.replace(
                        draft.programId(),
                        draft.revision(),
                        new DraftInput(
                                "New",
                                "Well done",
                                List.of(
                                        new DraftInput.Item("seated-row-band", null, "Slowly"),
                                        new DraftInput.Item("cat-cow", null, null))));

        assertThat(slugs(outcome.orThrow())).containsExactly("seated-row-band", "cat-cow");
        assertThat(outcome.orThrow().items().get(0).note()).isEqualTo("Slowly");

        ProgramOutcome bad =
                drafts.replace(
                        draft.programId(),
                        outcome.orThrow().revision(),
                        new DraftInput(
                                "Newer",
                                null,
                                List.of(
                                        new DraftInput.Item("chin-tuck", null, null),
                                        new DraftInput.Item("nothing", null, null))));

        assertThat(bad).isEqualTo(new Refused(ProgramRefusal.EXERCISE_UNKNOWN));
        assertThat(slugs(programs.draft(draft.programId()).orElseThrow()))
                .containsExactly("seated-row-band", "cat-cow");
    }

    @Test
    void aProgramHoldsTwentyItemsAtMost() {
        List<String> twenty =
                List.of(
                        "cat-cow",
                        "seated-cat-cow",
                        "shoulder-blade-squeeze",
                        "seated-row-band",
                        "standing-row-band",
                        "band-pull-apart",
                        "band-external-rotation",
                        "chin-tuck",
                        "upper-trap-stretch",
                        "doorway-chest-stretch",
                        "sitting-posture",
                        "standing-posture",
                        "movement-breaks",
                        "workstation-setup",
                        "walking",
                        "swimming",
                        "rib-breathing",
                        "side-sleeping",
                        "warm-pack",
                        "cold-pack");
        draft =
                drafts.replace(
                                draft.programId(),
                                draft.revision(),
                                new DraftInput(
                                        "Full",
                                        null,
                                        twenty.stream()
                                                .map(s -> new DraftInput.Item(s, null, null))
                                                .toList()))
                        .orThrow();

        assertThat(drafts.add(draft.programId(), draft.revision(), "belly-band"))
                .isEqualTo(new Refused(ProgramRefusal.PROGRAM_FULL));
    }

    private void add(String... slugs) {
        for (String slug : slugs) {
            draft = drafts.add(draft.programId(), draft.revision(), slug).orThrow();
        }
    }

    private static List<String> slugs(Draft draft) {
        return draft.items().stream().map(i -> i.exercise().slug()).toList();
    }
}
