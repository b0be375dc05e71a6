package org.ilium.patients.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What stands in the form about a pregnancy or birth; empty text when not given. */
record EpisodeForm(
        @RestForm String stage,
        @RestForm String dueDate,
        @RestForm String birthDate,
        @RestForm String birthMode,
        @RestForm String plurality,
        @RestForm List<String> conditions,
        @RestForm String screeningForm,
        @RestForm String screeningOutcome,
        @RestForm String screeningDate,
        @RestForm String reason) {

    private static final String CONDITION = "conditions.";
    private static final Set<String> TOLD = Set.of("stage", "dueDate", "birthDate", "reason");

    EpisodeForm {
        stage = Typed.text(stage);
        dueDate = Typed.text(dueDate);
        birthDate = Typed.text(birthDate);
        birthMode = Typed.text(birthMode);
        plurality = Typed.text(plurality);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        screeningForm = Typed.text(screeningForm);
        screeningOutcome = Typed.text(screeningOutcome);
        screeningDate = Typed.text(screeningDate);
        reason = Typed.text(reason);
    }

    static EpisodeForm of(@Nullable EpisodeInfo episode) {
        if (episode == null) {
            return new EpisodeForm(
                    "", "", "", BirthMode.UNKNOWN.code(), "1", List.of(), "", "", "", "");
        }
        Screening latest = episode.latestScreening();
        return new EpisodeForm(
                episode.stage().code(),
                Typed.text(episode.dueDate()),
                Typed.text(episode.birthDate()),
                episode.birthMode().code(),
                Typed.text(episode.plurality()),
                episode.conditions().stream().map(Condition::code).toList(),
                latest == null ? "" : latest.form().code(),
                latest == null ? "" : latest.outcome().code(),
                latest == null ? "" : latest.takenOn().toString(),
                episode.reason());
    }

    /** The rest as it is, and what a therapist recorded as it is stored; no new questionnaire. */
    EpisodeForm withClinicalFactsOf(@Nullable EpisodeInfo episode) {
        EpisodeForm stored = of(episode);
        return new EpisodeForm(
                stage,
                dueDate,
                birthDate,
                stored.birthMode,
                stored.plurality,
                stored.conditions,
                "",
                "",
                "",
                reason);
    }

    /**
     * By the names of the differences a late edit is told; each condition stands for itself, and a
     * questionnaire is one thing.
     */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("stage", stage);
        values.put("dueDate", dueDate);
        values.put("birthDate", birthDate);
        values.put("birthMode", birthMode);
        values.put("plurality", plurality);
        for (Condition condition : Condition.values()) {
            boolean ticked = conditions.contains(condition.code());
            values.put(CONDITION + condition.code(), ticked ? "yes" : "");
        }
        values.put("screening", screeningForm + "|" + screeningOutcome + "|" + screeningDate);
        values.put("reason", reason);
        return values;
    }

    /** The {@link #values()} that whoever sees no clinical facts is shown. */
    Map<String, String> toldValues() {
        Map<String, String> told = new LinkedHashMap<>(values());
        told.keySet().retainAll(TOLD);
        return told;
    }

    static EpisodeForm of(Map<String, String> values) {
        String[] screening = values.getOrDefault("screening", "||").split("\\|", 3);
        return new EpisodeForm(
                values.get("stage"),
                values.get("dueDate"),
                values.get("birthDate"),
                values.getOrDefault("birthMode", ""),
                values.getOrDefault("plurality", ""),
                Stream.of(Condition.values())
                        .map(Condition::code)
                        .filter(code -> "yes".equals(values.get(CONDITION + code)))
                        .toList(),
                screening[0],
                screening[1],
                screening[2],
                values.get("reason"));
    }

    /** Meaningful only when {@code errors} stayed empty; null when the stage cannot be read. */
    @Nullable EpisodeEntry entry(FieldErrors errors) {
        Stage where = Typed.word(errors, "stage", Stage.class, stage);
        BirthMode mode =
                birthMode.isEmpty()
                        ? BirthMode.UNKNOWN
                        : Typed.word(errors, "birthMode", BirthMode.class, birthMode);
        Set<Condition> known = Typed.words(errors, "conditions", Condition.class, conditions);
        LocalDate due = Typed.date(errors, "dueDate", dueDate);
        LocalDate birth = Typed.date(errors, "birthDate", birthDate);
        Screening screening = screening(errors);
        int babies = babies();
        if (where == null || mode == null) {
            return null;
        }
        return new EpisodeEntry(where, due, birth, mode, babies, known, screening, reason);
    }

    /** None when all of its fields are empty. */
    private @Nullable Screening screening(FieldErrors errors) {
        if ((screeningForm + screeningOutcome + screeningDate).isBlank()) {
            return null;
        }
        ScreeningForm form =
                Typed.word(errors, "screeningForm", ScreeningForm.class, screeningForm);
        ScreeningOutcome outcome =
                Typed.word(errors, "screeningOutcome", ScreeningOutcome.class, screeningOutcome);
        LocalDate taken = Typed.date(errors, "screeningDate", screeningDate);
        if (taken == null) {
            errors.add("screeningDate", "Enter the day she filled it in");
        }
        return form == null || outcome == null || taken == null
                ? null
                : new Screening(form, outcome, taken);
    }

    /** What is no number is refused as the number 0 is. */
    private int babies() {
        String typed = plurality.strip();
        if (typed.isEmpty()) {
            return 1;
        }
        return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
    }
}
