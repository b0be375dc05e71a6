package org.ilium.clinic.web;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.ilium.clinic.HoursLine.Window;
import org.ilium.clinic.HoursSettings.Hours;
import org.ilium.clinic.HoursSettings.TimeOff;
import org.ilium.shared.TimeOfDay;

/** What the page of hours shows beside the week; {@code version} goes with the week's form. */
@TemplateData
record HoursView(
        UUID id,
        String name,
        String zone,
        int version,
        List<Entry> exceptions,
        List<Entry> timeOff) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final String BRIEF_DATE = "EEE, MMM d, uuuu";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(BRIEF_DATE, Locale.US);
    private static final TimeOfDay.AfterDate MOMENT = TimeOfDay.after(BRIEF_DATE);

    /** One line of a list, which can be removed. */
    @TemplateData
    record Entry(UUID id, String when, String what) {}

    static HoursView of(UUID id, String name, Hours hours, ZoneId zone, int version) {
        return new HoursView(
                id,
                name,
                zone.getId().replace('_', ' '),
                version,
                hours.exceptions().stream().map(HoursView::exception).toList(),
                hours.timeOff().stream().map(off -> timeOff(off, zone)).toList());
    }

    private static Entry exception(Window window) {
        return new Entry(
                Objects.requireNonNull(window.id()),
                DATE.format(Objects.requireNonNull(window.date())),
                window.shown());
    }

    private static Entry timeOff(TimeOff off, ZoneId zone) {
        return new Entry(
                off.id(),
                span(off.time().start().atZone(zone), off.time().end().atZone(zone)),
                off.reason() == null ? "" : off.reason());
    }

    /** Each date once; whole days without times. */
    private static String span(ZonedDateTime starts, ZonedDateTime ends) {
        LocalDate first = starts.toLocalDate();
        if (isMidnight(starts) && isMidnight(ends)) {
            LocalDate last = ends.toLocalDate().minusDays(1);
            String days = last.isAfter(first) ? DAY.format(first) + " – " + DAY.format(last) : "";
            return (days.isEmpty() ? DAY.format(first) : days) + ", all day";
        }
        return MOMENT.format(starts)
                + " – "
                + (ends.toLocalDate().equals(first) ? TimeOfDay.of(ends) : MOMENT.format(ends));
    }

    private static boolean isMidnight(ZonedDateTime at) {
        return at.equals(at.toLocalDate().atStartOfDay(at.getZone()));
    }
}
