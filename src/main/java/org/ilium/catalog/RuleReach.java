package org.ilium.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Whom a rule speaks about: items that list it, items of some kinds, positions or loads whether
 * they list it or not, and the plan as a whole, always or only when it holds an item of some kinds.
 */
public record RuleReach(
        boolean listed,
        Set<ExerciseKind> kinds,
        Set<Position> positions,
        Set<Load> loads,
        boolean plan,
        Set<ExerciseKind> planForKinds) {

    public RuleReach {
        kinds = Set.copyOf(kinds);
        positions = Set.copyOf(positions);
        loads = Set.copyOf(loads);
        planForKinds = Set.copyOf(planForKinds);
    }

    boolean reaches(String ruleId, Exercise item) {
        return (listed && item.ruleIds().contains(ruleId))
                || kinds.contains(item.kind())
                || positions.contains(item.position())
                || !Collections.disjoint(loads, item.loads());
    }

    boolean reachesPlan(List<Exercise> items) {
        return !items.isEmpty()
                && (plan || items.stream().anyMatch(item -> planForKinds.contains(item.kind())));
    }
}
