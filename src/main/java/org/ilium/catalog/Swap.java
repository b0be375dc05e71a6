package org.ilium.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An item considered in place of another, with what decides between candidates. Advice does not:
 * every strength item has the words to keep breathing.
 */
record Swap(Exercise item, boolean fits, long warnings, long sharedRegions, long sharedCauses) {

    static final Comparator<Swap> BEST_FIRST =
            Comparator.comparingLong(Swap::warnings)
                    .thenComparing(Swap::sharedRegions, Comparator.reverseOrder())
                    .thenComparing(Swap::sharedCauses, Comparator.reverseOrder())
                    .thenComparing(swap -> swap.item().kind().loudness());

    static Swap of(Exercise instead, Exercise item, List<Verdict> verdicts) {
        return new Swap(
                item,
                verdicts.stream()
                        .noneMatch(v -> v.effect() == Effect.BLOCK || Gates.isGate(v.ruleId())),
                verdicts.stream().filter(v -> v.effect() == Effect.WARN).count(),
                shared(item.bodyRegions(), instead.bodyRegions()),
                shared(item.causesAddressed(), instead.causesAddressed()));
    }

    private static <T> long shared(Collection<T> one, Collection<T> other) {
        return one.stream().filter(other::contains).count();
    }
}
