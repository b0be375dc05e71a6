package org.ilium.booking.availability;

import java.util.List;
import org.ilium.shared.Interval;

/**
 * All that speaks against a time, in the order of {@link Verdict}; {@code open} are the date's
 * hours, {@code away} the time off that the visit or its buffers meet.
 */
public record Objections(List<Verdict> verdicts, List<Interval> open, List<Interval> away) {

    public boolean has(Verdict verdict) {
        return verdicts.contains(verdict);
    }
}
