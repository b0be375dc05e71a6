package org.ilium.booking.availability;

import java.util.List;
import org.ilium.shared.Interval;

/**
 * All that speaks against a time, in the order of {@link TimeVerdict}; {@code open} are the date's
 * hours, {@code away} the time off that the visit or its buffers meet.
 */
public record Objections(List<TimeVerdict> verdicts, List<Interval> open, List<Interval> away) {

    public boolean has(TimeVerdict verdict) {
        return verdicts.contains(verdict);
    }
}
