package org.ilium.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/** Reads the two catalog files; unknown keys and words are refused. */
final class CatalogLoader {

    private static final String FOLDER = "/catalog/";

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private CatalogLoader() {}

    /** The catalog that comes with the program, read but not validated. */
    static ExerciseCatalog shipped() {
        return load(resource("exercises.yaml"), resource("safety-rules.yaml"));
    }

    static ExerciseCatalog load(String exercisesYaml, String rulesYaml) {
        CatalogFiles.Exercises items = read(exercisesYaml, CatalogFiles.Exercises.class);
        CatalogFiles.Rules rules = read(rulesYaml, CatalogFiles.Rules.class);
        checkWeekSettings(rules.weekSettings());
        return new ExerciseCatalog(
                items.items().stream()
                        .map(item -> exercise(item, items.signedOff(), rules.groups()))
                        .toList(),
                rules.rules().stream().map(r -> RuleReader.rule(r, rules.signedOff())).toList(),
                rules.gates().stream().map(r -> RuleReader.rule(r, rules.signedOff())).toList(),
                rules.groups(),
                rules.sources());
    }

    static String resource(String name) {
        try (InputStream in = CatalogLoader.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new CatalogException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CatalogException(name + " cannot be read", e);
        }
    }

    private static <T> T read(String yaml, Class<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (JsonProcessingException e) {
            throw new CatalogException("catalog file: " + e.getMessage(), e);
        }
    }

    private static Exercise exercise(
            CatalogFiles.Item item, boolean fileSignedOff, Map<String, List<String>> groups) {
        String slug = Codes.text(item.slug(), "slug of an item");
        return new Exercise(
                slug,
                Codes.text(item.name(), slug + " name"),
                Codes.one(ExerciseKind.class, item.kind(), slug),
                Codes.list(BodyRegion.class, item.bodyRegions(), slug),
                Codes.one(Position.class, item.position(), slug),
                Codes.set(Load.class, item.loads(), slug),
                Codes.orEmpty(item.equipment()),
                phases(item.trimestersOk(), slug),
                item.minWeeksPostpartum(),
                expanded(Codes.orEmpty(item.contraindications()), groups),
                Codes.text(item.cautions(), slug + " cautions"),
                Codes.orEmpty(item.instructions()),
                item.lastOnOneSide(),
                Codes.orEmpty(item.cues()),
                words(item.words(), slug),
                dosage(item.defaultDosage(), slug),
                Codes.list(Cause.class, item.causesAddressed(), slug),
                Codes.orEmpty(item.source()),
                item.signedOff() == null ? fileSignedOff : item.signedOff());
    }

    private static Map<Wording, Exercise.Words> words(
            @Nullable Map<String, CatalogFiles.Words> written, String slug) {
        Map<Wording, Exercise.Words> words = new EnumMap<>(Wording.class);
        if (written != null) {
            written.forEach(
                    (who, said) ->
                            words.put(
                                    Codes.word(Wording.class, who, slug + " words"),
                                    new Exercise.Words(
                                            said.cautions(), said.instructions(), said.cues())));
        }
        return words;
    }

    private static Set<Phase> phases(List<String> written, String slug) {
        List<String> codes =
                Codes.orEmpty(written).stream()
                        .map(w -> w.matches("[123]") ? "trimester-" + w : w)
                        .toList();
        return Codes.set(Phase.class, codes, slug);
    }

    private static List<String> expanded(List<String> ids, Map<String, List<String>> groups) {
        Stream<String> all =
                ids.stream().flatMap(id -> groups.getOrDefault(id, List.of(id)).stream());
        return List.copyOf(all.collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Dosage dosage(CatalogFiles.Dose dose, String slug) {
        try {
            return new Dosage(
                    dose.sets(),
                    dose.reps(),
                    dose.holdSeconds(),
                    dose.restSeconds(),
                    dose.durationMinutes(),
                    dose.timesPerDay(),
                    dose.daysPerWeek(),
                    null,
                    dose.perSide(),
                    dose.resistance(),
                    dose.note());
        } catch (IllegalArgumentException e) {
            throw new CatalogException(slug + ": " + e.getMessage(), e);
        }
    }

    /** The file's defaults are for its reader; the program's are in {@link WeekSetting}. */
    private static void checkWeekSettings(Map<String, Integer> written) {
        Map<String, Integer> known =
                Arrays.stream(WeekSetting.values())
                        .collect(Collectors.toMap(WeekSetting::code, WeekSetting::standard));
        if (!known.equals(written)) {
            throw new CatalogException("week_settings must be " + known + " but are " + written);
        }
    }
}
