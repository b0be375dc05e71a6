package org.ilium.programs;

import static org.ilium.programs.DraftEditing.changed;
import static org.ilium.programs.DraftEditing.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.programs.DraftEditing.Step;
import org.ilium.programs.ProgramOutcome.Invalid;
import org.ilium.web.Difference;
import org.ilium.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Edits of an open draft by signed-in staff. Each takes the revision its caller saw, and each
 * returns the draft screened anew against the patient's facts of today.
 */
@ApplicationScoped
public class Drafts {

    /** The most items a program holds. */
    public static final int MOST_ITEMS = 20;

    private final DraftEditing editing;
    private final DraftScreening screening;
    private final ExerciseCatalog catalog;
    private final ScreeningMeters meters;

    Drafts(
            DraftEditing editing,
            DraftScreening screening,
            ExerciseCatalog catalog,
            ScreeningMeters meters) {
        this.editing = editing;
        this.screening = screening;
        this.catalog = catalog;
        this.meters = meters;
    }

    /** Adds an exercise at the end, with the catalog's dosage. */
    @Transactional
    public ProgramOutcome add(UUID programId, int revision, String slug) {
        return meters.counted(
                slug,
                editing.edit(
                        programId,
                        revision,
                        program -> insert(program, program.items.size(), slug)));
    }

    /** Puts another exercise in the place of one that does not fit. */
    @Transactional
    public ProgramOutcome swap(UUID programId, int revision, String slug, String forSlug) {
        return meters.counted(
                forSlug,
                onItem(
                        programId,
                        revision,
                        slug,
                        (program, item) -> {
                            Optional<ProgramRefusal> refusal = addable(program, forSlug, 1);
                            if (refusal.isPresent()) {
                                return refused(refusal.get());
                            }
                            int place = item.position;
                            program.remove(item);
                            insert(program, place, forSlug);
                            return changed("Swapped " + name(slug) + " for " + name(forSlug));
                        }));
    }

    @Transactional
    public ProgramOutcome remove(UUID programId, int revision, String slug) {
        return onItem(
                programId,
                revision,
                slug,
                (program, item) -> {
                    program.remove(item);
                    return changed("Removed " + name(slug));
                });
    }

    /** Moves an item to a place counted from 0; past either end it goes to that end. */
    @Transactional
    public ProgramOutcome move(UUID programId, int revision, String slug, int to) {
        return onItem(
                programId,
                revision,
                slug,
                (program, item) -> {
                    program.move(item, to);
                    return changed("Moved " + name(slug));
                });
    }

    /** Sets the dosage; another one takes back what was answered about the item. */
    @Transactional
    public ProgramOutcome dose(UUID programId, int revision, String slug, DosageInput dosage) {
        List<FieldError> errors = editing.errors(dosage);
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        return onItem(
                programId,
                revision,
                slug,
                (program, item) -> {
                    program.dose(item, dosage.dosage());
                    return changed("Changed the dose of " + name(slug));
                },
                program -> DraftDifferences.dose(program, slug, dosage));
    }

    /** Sets the note beside one exercise; null or blank removes it. */
    @Transactional
    public ProgramOutcome noteOn(UUID programId, int revision, String slug, @Nullable String note) {
        List<FieldError> errors = editing.errors(new DraftInput.ItemNote(note));
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        return onItem(
                programId,
                revision,
                slug,
                (program, item) -> {
                    item.note = Texts.orNull(note);
                    return changed("Changed the note on " + name(slug));
                },
                program -> DraftDifferences.note(program, slug, note));
    }

    /** Sets the title and the personal note; a null or blank note removes it. */
    @Transactional
    public ProgramOutcome describe(
            UUID programId, int revision, String title, @Nullable String note) {
        List<FieldError> errors = editing.errors(new DraftInput.Words(title, note));
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        return editing.edit(
                programId,
                revision,
                program -> {
                    program.title = title.strip();
                    program.note = Texts.orNull(note);
                    return changed("Changed the title or the personal note");
                },
                program -> DraftDifferences.words(program, screening.title(program), title, note));
    }

    /** Makes the draft what the input says; answers to items that stay are kept. */
    @Transactional
    public ProgramOutcome replace(UUID programId, int revision, DraftInput input) {
        List<FieldError> errors = editing.errors(input);
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        Set<String> slugs = new HashSet<>();
        for (DraftInput.Item item : input.items()) {
            if (catalog.find(item.slug()).isEmpty()) {
                return new ProgramOutcome.Refused(ProgramRefusal.EXERCISE_UNKNOWN);
            }
            if (!slugs.add(item.slug())) {
                return new ProgramOutcome.Refused(ProgramRefusal.ALREADY_IN_PROGRAM);
            }
        }
        return editing.edit(
                programId,
                revision,
                program -> replace(program, slugs, input),
                program ->
                        DraftDifferences.whole(program, screening.title(program), input, catalog));
    }

    private Step replace(Program program, Set<String> slugs, DraftInput input) {
        program.title = input.title().strip();
        program.note = Texts.orNull(input.note());
        List.copyOf(program.items).stream()
                .filter(item -> !slugs.contains(item.exerciseSlug))
                .forEach(program::remove);
        for (int i = 0; i < input.items().size(); i++) {
            DraftInput.Item given = input.items().get(i);
            ProgramItem item = program.item(given.slug()).orElse(null);
            if (item == null) {
                item = fresh(catalog.find(given.slug()).orElseThrow());
                program.insert(i, item);
            }
            program.move(item, i);
            if (given.dosage() != null) {
                program.dose(item, given.dosage().dosage());
            }
            item.note = Texts.orNull(given.note());
        }
        return changed("Replaced the whole draft");
    }

    private Step insert(Program program, int place, String slug) {
        Optional<ProgramRefusal> refusal = addable(program, slug, 0);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        program.insert(place, fresh(catalog.find(slug).orElseThrow()));
        return changed("Added " + name(slug));
    }

    private Optional<ProgramRefusal> addable(Program program, String slug, int leaving) {
        if (catalog.find(slug).isEmpty()) {
            return Optional.of(ProgramRefusal.EXERCISE_UNKNOWN);
        }
        if (program.item(slug).isPresent()) {
            return Optional.of(ProgramRefusal.ALREADY_IN_PROGRAM);
        }
        return program.items.size() - leaving >= MOST_ITEMS
                ? Optional.of(ProgramRefusal.PROGRAM_FULL)
                : Optional.empty();
    }

    static ProgramItem fresh(Exercise exercise) {
        return new ProgramItem(exercise.slug(), exercise.defaultDosage(), null);
    }

    private ProgramOutcome onItem(UUID programId, int revision, String slug, ItemEdit edit) {
        return onItem(programId, revision, slug, edit, program -> List.of());
    }

    private ProgramOutcome onItem(
            UUID programId,
            int revision,
            String slug,
            ItemEdit edit,
            Function<Program, List<Difference>> compare) {
        Function<Program, Step> onProgram =
                program ->
                        program.item(slug)
                                .map(item -> edit.apply(program, item))
                                .orElseGet(() -> refused(ProgramRefusal.NOT_IN_PROGRAM));
        return editing.edit(programId, revision, onProgram, compare);
    }

    private String name(String slug) {
        return catalog.find(slug).map(Exercise::name).orElse(slug);
    }

    private interface ItemEdit {
        Step apply(Program program, ProgramItem item);
    }
}
