package org.ilium.booking;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule that a time breaks, in words that say how; {@code visits} are what the patient has that
 * day where that is the rule.
 */
public record BrokenRule(BookingRule rule, String words, List<AppointmentDetails> visits) {

    public BrokenRule(BookingRule rule, String words) {
        this(rule, words, List.of());
    }

    /** What the patient has that day, where that is one of the rules. */
    public static List<AppointmentDetails> visits(List<BrokenRule> broken) {
        return broken.stream().flatMap(b -> b.visits().stream()).toList();
    }

    public static Set<BookingRule> rules(List<BrokenRule> broken) {
        return broken.stream().map(BrokenRule::rule).collect(Collectors.toUnmodifiableSet());
    }

    public static boolean any(List<BrokenRule> broken, BookingRule rule) {
        return broken.stream().anyMatch(b -> b.rule() == rule);
    }
}
