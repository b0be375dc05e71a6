package org.ilium.catalog;

import java.util.Comparator;
import java.util.List;

/** An item considered in place of another, with what decides between candidates. */
record Swap(
        Exercise item, long sharedRegions, boolean samePosition, long warnings, boolean blocked) {

    static final Comparator<Swap> BEST_FIRST =
            Comparator.comparingLong(Swap::sharedRegions)
                    .reversed()
                    .thenComparing(swap -> !swap.samePosition())
                    .thenComparingLong(Swap::warnings);

    static Swap of(Exercise instead, Exercise item, List<Verdict> verdicts) {
        return new Swap(
                item,
                item.bodyRegions().stream().filter(instead.bodyRegions()::contains).count(),
                item.position() == instead.position(),
                verdicts.stream().filter(v -> v.effect() == Effect.WARN).count(),
                verdicts.stream().anyMatch(v -> v.effect() == Effect.BLOCK));
    }
}
