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
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
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
        @RestForm String reason,
        @RestForm String lossOutcome,
        @RestForm String lossDate,
        @RestForm String lossWeeks,
        @RestForm String lossSurgical,
        @RestForm List<String> ruledOut) {

    private static final String CONDITION = "conditions.";
    private static final String YES = "yes";
    private static final String NO = "no";
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
        lossOutcome = Typed.text(lossOutcome);
        lossDate = Typed.text(lossDate);
        lossWeeks = Typed.text(lossWeeks);
        lossSurgical = Typed.text(lossSurgical);
        ruledOut = ruledOut == null ? List.of() : List.copyOf(ruledOut);
    }

    static EpisodeForm of(@Nullable EpisodeInfo episode) {
        if (episode == null) {
            return new EpisodeForm(
                    "",
                    "",
                    "",
                    BirthMode.UNKNOWN.code(),
                    "1",
                    List.of(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    List.of());
        }
        Loss loss = episode.loss();
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
                Typed.text(episode.reason()),
                loss == null ? "" : loss.outcome().code(),
                loss == null ? "" : loss.on().toString(),
                loss == null ? "" : Typed.text(loss.weeks()),
                loss == null ? "" : Typed.yesOrNo(loss.surgical()),
                episode.stillRuledOut().stream().map(Condition::code).toList());
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
                reason,
                stored.lossOutcome,
                stored.lossDate,
                stored.lossWeeks,
                stored.lossSurgical,
                stored.ruledOut);
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
            String code = condition.code();
            // both ticked stays as it is until somebody chooses
            values.put(
                    CONDITION + code,
                    (conditions.contains(code) ? YES : "") + (ruledOut.contains(code) ? NO : ""));
        }
        values.put("screening", screeningForm + "|" + screeningOutcome + "|" + screeningDate);
        values.put("reason", reason);
        values.put("lastLoss", String.join("|", lossOutcome, lossDate, lossWeeks, lossSurgical));
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
        String[] loss = values.getOrDefault("lastLoss", "|||").split("\\|", 4);
        return new EpisodeForm(
                values.getOrDefault("stage", ""),
                values.getOrDefault("dueDate", ""),
                values.getOrDefault("birthDate", ""),
                values.getOrDefault("birthMode", ""),
                values.getOrDefault("plurality", ""),
                answered(values, YES),
                screening[0],
                screening[1],
                screening[2],
                values.getOrDefault("reason", ""),
                loss[0],
                loss[1],
                loss[2],
                loss[3],
                answered(values, NO));
    }

    private static List<String> answered(Map<String, String> values, String answer) {
        return Stream.of(Condition.values())
                .map(Condition::code)
                .filter(code -> values.getOrDefault(CONDITION + code, "").contains(answer))
                .toList();
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
        Loss loss = loss(errors);
        Set<Condition> absent = Typed.words(errors, "ruledOut", Condition.class, ruledOut);
        int babies = babies();
        if (where == null || mode == null) {
            return null;
        }
        return new EpisodeEntry(
                where, due, birth, mode, babies, known, screening, reason, loss, absent);
    }

    /** Whether the form, which shows the loss on record, says that there was none. */
    boolean lossTakenBack() {
        return (lossOutcome + lossDate + lossWeeks + lossSurgical).isBlank();
    }

    /** None when all of its fields are empty. */
    private @Nullable Loss loss(FieldErrors errors) {
        if (lossTakenBack()) {
            return null;
        }
        PregnancyOutcome how =
                Typed.word(errors, "lossOutcome", PregnancyOutcome.class, lossOutcome);
        if (how != null && how.isBirth()) {
            errors.add("lossOutcome", "Choose one of those offered");
        }
        LocalDate on = Typed.date(errors, "lossDate", lossDate);
        if (on == null && errors.on("lossDate") == null) {
            errors.add("lossDate", "Enter the day it ended, as far as she knows");
        }
        Integer weeks = Typed.number(errors, "lossWeeks", lossWeeks);
        Boolean surgical = Typed.yesOrNo(errors, "lossSurgical", lossSurgical);
        return how == null || how.isBirth() || on == null
                ? null
                : new Loss(how, on, surgical, weeks);
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
