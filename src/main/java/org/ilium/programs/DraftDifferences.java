package org.ilium.programs;

import java.util.List;
import java.util.stream.Collectors;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.web.Difference;
import org.ilium.web.Differences;
import org.jspecify.annotations.Nullable;

/**
 * How a draft differs from what an editor entered, for one whose edit came too late; {@code shown}
 * is the title as the builder shows it.
 */
final class DraftDifferences {

    private DraftDifferences() {}

    static List<Difference> words(
            Program draft, String shown, String title, @Nullable String note) {
        return compareWords(draft, shown, title, note).list();
    }

    static List<Difference> note(Program draft, String slug, @Nullable String note) {
        String now = draft.item(slug).map(item -> item.note).orElse(null);
        return new Differences().compare("note", "Note", Texts.orNull(note), now).list();
    }

    static List<Difference> dose(Program draft, String slug, DosageInput dosage) {
        String now = draft.item(slug).map(item -> item.dosage().sentence()).orElse(null);
        return new Differences().compare("dosage", "Dose", dosage.dosage().sentence(), now).list();
    }

    static List<Difference> whole(
            Program draft, String shown, DraftInput input, ExerciseCatalog catalog) {
        String yours =
                input.items().stream()
                        .map(item -> said(item, catalog))
                        .collect(Collectors.joining("; "));
        String theirs =
                draft.items.stream()
                        .map(i -> said(i.exerciseSlug, i.dosage().sentence(), i.note))
                        .collect(Collectors.joining("; "));
        return compareWords(draft, shown, input.title(), input.note())
                .compare("items", "Exercises", yours, theirs)
                .list();
    }

    private static Differences compareWords(
            Program draft, String shown, String title, @Nullable String note) {
        return new Differences()
                .compare("title", "Title", title.strip(), shown)
                .compare("note", "Personal note", Texts.orNull(note), draft.note);
    }

    private static String said(DraftInput.Item item, ExerciseCatalog catalog) {
        DosageInput given = item.dosage();
        String dose =
                given == null
                        ? catalog.find(item.slug())
                                .map(exercise -> exercise.defaultDosage().sentence())
                                .orElse("")
                        : given.dosage().sentence();
        return said(item.slug(), dose, Texts.orNull(item.note()));
    }

    private static String said(String slug, String dose, @Nullable String note) {
        return slug + ": " + dose + (note == null ? "" : " (" + note + ")");
    }
}
