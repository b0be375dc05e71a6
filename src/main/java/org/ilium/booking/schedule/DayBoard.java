package org.ilium.booking.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.shared.Interval;

/**
 * One date of the clinic as the front desk sees it: a column per practitioner. {@code day} runs
 * from local midnight to the next, 23 to 25 hours where clocks change. Health data.
 */
public record DayBoard(LocalDate date, ZoneId zone, Interval day, List<Column> columns) {

    /**
     * One practitioner's day: when she is open, when she is away, and every appointment of whatever
     * status that starts on that date, by start.
     */
    public record Column(
            UUID practitionerId,
            String practitionerName,
            List<Interval> open,
            List<Interval> away,
            List<AppointmentDetails> appointments) {}
}
