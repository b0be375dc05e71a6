package org.ilium.catalog;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Phase;

/** The closed words a catalog search can be narrowed by, for a page's select boxes. */
@Named("catalogWords")
@Singleton
@TemplateData
public class CatalogWords {

    /** A word with its code and the label to show. */
    public record Word(String code, String label) {}

    private final ExerciseCatalog catalog;

    CatalogWords(ExerciseCatalog catalog) {
        this.catalog = catalog;
    }

    public List<Word> getKinds() {
        return words(ExerciseKind.values());
    }

    public List<Word> getRegions() {
        return words(BodyRegion.values());
    }

    /** Only those that some item is done in. */
    public List<Word> getPositions() {
        return words(
                Arrays.stream(Position.values())
                        .filter(p -> catalog.all().stream().anyMatch(e -> e.position() == p))
                        .toArray(Position[]::new));
    }

    public List<Word> getPhases() {
        return words(Phase.values());
    }

    public List<Word> getEquipment() {
        return catalog.equipment().stream()
                .map(code -> new Word(code, equipmentLabel(code)))
                .toList();
    }

    static String equipmentLabel(String code) {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<Word> words(Coded[] all) {
        return Arrays.stream(all).map(c -> new Word(c.code(), c.label())).toList();
    }
}
