package org.ilium.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Screens exercises against what is known of a patient: values in, values out. Weeks are counted to
 * the given date, a calendar date in the clinic's zone.
 */
public final class Screening {

    private final ExerciseCatalog catalog;

    public Screening(ExerciseCatalog catalog) {
        this.catalog = catalog;
    }

    /** Every verdict on a plan of one item, strongest first. */
    public List<Verdict> screen(
            Exercise item, PatientFacts facts, LocalDate date, ScreeningSettings settings) {
        return screen(List.of(item), facts, date, settings);
    }

    /** Every verdict on a plan, strongest first; an empty plan has none. */
    public List<Verdict> screen(
            List<Exercise> plan, PatientFacts facts, LocalDate date, ScreeningSettings settings) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Up to three items to offer in place of a blocked one, best first. */
    public List<Exercise> swapsFor(
            Exercise blocked, PatientFacts facts, LocalDate date, ScreeningSettings settings) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The verdicts that still stop sending; empty when the plan may go. */
    public static List<Verdict> unresolved(
            List<Verdict> verdicts,
            Collection<Acknowledgement> acknowledgements,
            Collection<RuleOverride> overrides) {
        return verdicts.stream().filter(v -> !resolved(v, acknowledgements, overrides)).toList();
    }

    private static boolean resolved(
            Verdict verdict,
            Collection<Acknowledgement> acknowledgements,
            Collection<RuleOverride> overrides) {
        return switch (verdict.effect()) {
            case ADVICE -> true;
            case WARN -> acknowledgements.stream().anyMatch(a -> a.covers(verdict));
            case BLOCK -> overrides.stream().anyMatch(o -> o.answers(verdict));
        };
    }
}
