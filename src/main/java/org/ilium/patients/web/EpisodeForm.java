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
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form about a pregnancy or birth; empty text when not given. Of a condition of
 * healing it asks one question with three answers, a field each; every answer that was sent joins
 * {@code conditions} or {@code ruledOut}, so that both are seen when both were sent.
 */
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
        @RestForm List<String> ruledOut,
        @RestForm("asked-lochia") List<String> lochia,
        @RestForm("asked-unhealed-wound") List<String> unhealedWound,
        @RestForm("asked-lochia-heavier") List<String> lochiaHeavier) {

    private static final String ASKED = "asked-";
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
        lochia = lochia == null ? List.of() : List.copyOf(lochia);
        unhealedWound = unhealedWound == null ? List.of() : List.copyOf(unhealedWound);
        lochiaHeavier = lochiaHeavier == null ? List.of() : List.copyOf(lochiaHeavier);
        Map<Condition, List<String>> asked = asked(lochia, unhealedWound, lochiaHeavier);
        conditions = answered(conditions, asked, YES);
        screeningForm = Typed.text(screeningForm);
        screeningOutcome = Typed.text(screeningOutcome);
        screeningDate = Typed.text(screeningDate);
        reason = Typed.text(reason);
        lossOutcome = Typed.text(lossOutcome);
        lossDate = Typed.text(lossDate);
        lossWeeks = Typed.text(lossWeeks);
        lossSurgical = Typed.text(lossSurgical);
        Set<String> known = Set.copyOf(conditions);
        // a condition that is only ticked has no No beside it: the tick is the answer
        ruledOut =
                answered(ruledOut, asked, NO).stream()
                        .filter(code -> isAsked(code) || !known.contains(code))
                        .toList();
    }

    private static Map<Condition, List<String>> asked(
            List<String> lochia, List<String> unhealedWound, List<String> lochiaHeavier) {
        return Map.of(
                Condition.LOCHIA,
                lochia,
                Condition.UNHEALED_WOUND,
                unhealedWound,
                Condition.LOCHIA_HEAVIER,
                lochiaHeavier);
    }

    private static List<String> answered(
            @Nullable List<String> sent, Map<Condition, List<String>> asked, String answer) {
        Stream<String> named = sent == null ? Stream.of() : sent.stream();
        Stream<String> chosen =
                asked.entrySet().stream()
                        .filter(one -> one.getValue().contains(answer))
                        .map(one -> one.getKey().code())
                        .sorted();
        return Stream.concat(named, chosen).distinct().toList();
    }

    private static boolean isAsked(String code) {
        return Coded.find(Condition.class, code).filter(EpisodeForm::isAsked).isPresent();
    }

    private static boolean isAsked(Condition condition) {
        return condition.group() == Condition.Group.AFTER_BIRTH;
    }

    private static EpisodeForm of(
            String stage,
            String dueDate,
            String birthDate,
            String birthMode,
            String plurality,
            List<String> conditions,
            String screeningForm,
            String screeningOutcome,
            String screeningDate,
            String reason,
            String lossOutcome,
            String lossDate,
            String lossWeeks,
            String lossSurgical,
            List<String> ruledOut) {
        return new EpisodeForm(
                stage,
                dueDate,
                birthDate,
                birthMode,
                plurality,
                conditions,
                screeningForm,
                screeningOutcome,
                screeningDate,
                reason,
                lossOutcome,
                lossDate,
                lossWeeks,
                lossSurgical,
                ruledOut,
                List.of(),
                List.of(),
                List.of());
    }

    /** The name of the three answers to one question. */
    public String askedField(Condition condition) {
        return ASKED + condition.code();
    }

    public boolean isYes(Condition condition) {
        return conditions.contains(condition.code()) && !ruledOut.contains(condition.code());
    }

    public boolean isNo(Condition condition) {
        return ruledOut.contains(condition.code()) && !conditions.contains(condition.code());
    }

    public boolean isNotAsked(Condition condition) {
        return !conditions.contains(condition.code()) && !ruledOut.contains(condition.code());
    }

    /** What was recorded elsewhere as not there, of which this form does not ask. */
    public List<String> ruledOutBesides() {
        return ruledOut.stream().filter(code -> !isAsked(code)).toList();
    }

    static EpisodeForm of(@Nullable EpisodeInfo episode) {
        if (episode == null) {
            return of(
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
        return of(
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
        return of(
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
            // both sent stay as they are until somebody chooses
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
        return of(
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
        oneAnswerEach(known, absent, errors);
        int babies = babies();
        if (where == null || mode == null) {
            return null;
        }
        return new EpisodeEntry(
                where, due, birth, mode, babies, known, screening, reason, loss, absent);
    }

    private void oneAnswerEach(Set<Condition> known, Set<Condition> absent, FieldErrors errors) {
        asked(lochia, unhealedWound, lochiaHeavier)
                .forEach(
                        (condition, answers) -> {
                            boolean isOffered = Set.of(YES, NO, "").containsAll(answers);
                            if (!isOffered) {
                                errors.add(askedField(condition), "Choose one of those offered");
                            } else if (known.contains(condition) && absent.contains(condition)
                                    || Set.copyOf(answers).size() > 1) {
                                errors.add(askedField(condition), "Choose yes or no, not both");
                            }
                        });
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
