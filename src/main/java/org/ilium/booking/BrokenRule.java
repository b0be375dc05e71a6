package org.ilium.booking;

import java.util.List;

/** A rule that a time breaks, in words that say how. */
public record BrokenRule(BookingRule rule, String words) {

    static boolean any(List<BrokenRule> broken, BookingRule rule) {
        return broken.stream().anyMatch(b -> b.rule() == rule);
    }
}
