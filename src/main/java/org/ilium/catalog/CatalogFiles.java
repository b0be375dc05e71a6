package org.ilium.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two catalog files as they are written, before codes are looked up. Absent keys are null. */
final class CatalogFiles {

    private CatalogFiles() {}

    record Exercises(int version, boolean signedOff, List<Item> items) {}

    record Item(
            String slug,
            String name,
            String kind,
            List<String> bodyRegions,
            String position,
            @Nullable List<String> loads,
            @Nullable List<String> equipment,
            List<String> trimestersOk,
            @Nullable Integer minWeeksPostpartum,
            @Nullable List<String> contraindications,
            String cautions,
            List<String> instructions,
            @Nullable String lastOnOneSide,
            @Nullable List<String> cues,
            @Nullable Map<String, Words> words,
            Dose defaultDosage,
            @Nullable List<String> causesAddressed,
            List<String> source,
            @Nullable Boolean signedOff) {}

    /** What an item says instead to those for whom it is worded. */
    record Words(
            @Nullable String cautions,
            @Nullable List<String> instructions,
            @Nullable List<String> cues) {}

    record Dose(
            @Nullable Integer sets,
            @Nullable Integer reps,
            @Nullable Integer holdSeconds,
            @Nullable Integer restSeconds,
            @Nullable Integer timesPerDay,
            @Nullable Integer daysPerWeek,
            @Nullable Integer durationMinutes,
            boolean perSide,
            @Nullable String resistance,
            @Nullable String note) {}

    record Rules(
            boolean signedOff,
            Map<String, Integer> weekSettings,
            Map<String, String> sources,
            Map<String, List<String>> groups,
            List<Rule> rules,
            List<Rule> gates) {}

    record Rule(
            String id,
            int version,
            @Nullable String category,
            String trigger,
            String effect,
            @Nullable String effectLow,
            @Nullable String onReport,
            @Nullable Reach appliesTo,
            @Nullable List<Step> steps,
            String reason,
            @Nullable String patientText,
            @Nullable String patientTextAfterLoss,
            @Nullable String reading,
            List<String> source,
            String evidence,
            @Nullable Boolean signedOff) {}

    record Reach(
            boolean listed,
            @Nullable List<String> kinds,
            @Nullable List<String> positions,
            @Nullable List<String> loads,
            boolean plan,
            @Nullable List<String> planForKinds) {}

    record Step(
            @Nullable String target,
            @Nullable List<String> stages,
            @Nullable List<String> conditions,
            @Nullable List<String> notAsked,
            @Nullable List<String> signs,
            @Nullable List<String> birthModes,
            @Nullable Integer fromPlurality,
            @Nullable Integer beforePlurality,
            @Nullable String fromWeek,
            @Nullable String beforeWeek,
            @Nullable String screening,
            @Nullable String recovery,
            @Nullable String unlessStage,
            @Nullable List<String> birthOutcomes,
            boolean onlyAfterLoss,
            boolean onlyOutcomeUnknown,
            boolean unlessLoss,
            @Nullable List<String> kinds,
            @Nullable List<String> positions,
            String effect,
            @Nullable String effectLow,
            boolean clearance,
            @Nullable String reason,
            @Nullable String patientText) {}
}
