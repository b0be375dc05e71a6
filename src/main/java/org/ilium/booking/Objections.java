package org.ilium.booking;

import java.util.List;
import org.ilium.shared.Interval;

/**
 * All that speaks against a time, in the order of {@link Verdict}; {@code open} are the date's
 * hours, {@code away} the time off that the visit or its buffers meet.
 */
record Objections(List<Verdict> verdicts, List<Interval> open, List<Interval> away) {

    boolean has(Verdict verdict) {
        return verdicts.contains(verdict);
    }
}
