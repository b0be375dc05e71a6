package org.ilium.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** The checks the program computes itself: an unknown week, the wrong trimester, too early. */
final class Gates {

    static final String FACT_WEEK = "FACT-WEEK";
    static final String TRIMESTER = "GATE-TRIMESTER";
    static final String WEEKS = "GATE-WEEKS";

    private static final Set<Phase> TRIMESTERS =
            EnumSet.of(Phase.TRIMESTER_1, Phase.TRIMESTER_2, Phase.TRIMESTER_3);

    private final ExerciseCatalog catalog;

    Gates(ExerciseCatalog catalog) {
        this.catalog = catalog;
    }

    List<Verdict> onItem(Exercise item, PatientWeek week) {
        List<Verdict> verdicts = new ArrayList<>();
        if (week.complaint() != null && dependsOnWeek(item, week.stage())) {
            String why = week.complaint() + " This item depends on the week.";
            verdicts.add(warn(FACT_WEEK, item.slug(), why));
        }
        if (wrongPhase(item, week)) {
            verdicts.add(warn(TRIMESTER, item.slug(), phaseReason(week)));
        }
        Integer least = item.minWeeksPostpartum();
        if (week.stage() == Stage.POSTPARTUM
                && least != null
                && week.weeks() != null
                && !week.weeks().reached(least)) {
            String why = "Offered from week " + least + " after birth; she is at ";
            verdicts.add(warn(WEEKS, item.slug(), why + week.text() + "."));
        }
        return verdicts;
    }

    /** The plan itself depends on the week: sleep advice and the screening's date do. */
    List<Verdict> onPlan(PatientWeek week) {
        return week.complaint() == null
                ? List.of()
                : List.of(warn(FACT_WEEK, null, week.complaint() + " Weeks cannot be relied on."));
    }

    private boolean dependsOnWeek(Exercise item, Stage stage) {
        return gateDependsOnWeek(item, stage)
                || catalog.rules().stream()
                        .filter(rule -> rule.reach().reaches(rule.id(), item))
                        .flatMap(rule -> rule.steps().stream())
                        .anyMatch(s -> s.dependsOnWeek() && s.inStage(stage) && s.fits(item));
    }

    private static boolean gateDependsOnWeek(Exercise item, Stage stage) {
        if (stage == Stage.PREGNANT) {
            return !item.trimestersOk().containsAll(TRIMESTERS);
        }
        return item.minWeeksPostpartum() != null && item.minWeeksPostpartum() > 0;
    }

    private static boolean wrongPhase(Exercise item, PatientWeek week) {
        if (week.stage() == Stage.PREGNANT && week.weeks() == null) {
            return item.trimestersOk().stream().noneMatch(TRIMESTERS::contains);
        }
        Phase phase = week.phase();
        return phase != null && !item.trimestersOk().contains(phase);
    }

    private static String phaseReason(PatientWeek week) {
        Phase phase = week.phase();
        if (phase == null) {
            return "Not offered in pregnancy.";
        }
        return switch (phase) {
            case TRIMESTER_1 -> "Not offered in the first trimester.";
            case TRIMESTER_2 -> "Not offered in the second trimester.";
            case TRIMESTER_3 -> "Not offered in the third trimester.";
            case POSTPARTUM -> "Not offered after birth.";
        };
    }

    private Verdict warn(String id, @Nullable String slug, String reason) {
        SafetyRule gate = catalog.rule(id).orElseThrow();
        return new Verdict(
                id, gate.version(), Effect.WARN, slug, reason, null, gate.sources(), false);
    }
}
