package org.ilium.booking;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ilium.booking.availability.Slot;
import org.ilium.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Every rule that a time breaks for staff, those too that were set aside already: whoever sets them
 * aside does it for all at once. {@code decisive} is the first that was not; {@code nearest} are
 * free times close to the one asked for, closest first.
 */
public record RulesBroken(List<BrokenRule> rules, BookingRule decisive, List<Slot> nearest)
        implements Refusal {

    /** Null when all that needs a word was {@code setAside}. */
    public static @Nullable BookingRule decisive(
            List<BrokenRule> broken, Set<BookingRule> setAside) {
        return broken.stream()
                .map(BrokenRule::rule)
                .filter(rule -> rule.needsWord() && !setAside.contains(rule))
                .findFirst()
                .orElse(null);
    }

    /** Whether staff may have the time all the same, once they say so. */
    public static boolean mayBeSetAside(List<BrokenRule> rules) {
        return rules.stream().allMatch(broken -> broken.rule().mayBeSetAside());
    }

    /** What the patient has on that day, where that is one of the rules. */
    public List<AppointmentDetails> visits() {
        return BrokenRule.visits(rules);
    }

    @Override
    public String code() {
        return decisive.code();
    }

    @Override
    public String reason() {
        return rules.stream().map(BrokenRule::words).collect(Collectors.joining(" "));
    }

    @Override
    public int status() {
        return decisive.status();
    }
}
