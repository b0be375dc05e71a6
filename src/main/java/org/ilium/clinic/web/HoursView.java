package org.ilium.clinic.web;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.ilium.clinic.HoursLine.Window;
import org.ilium.clinic.HoursSettings.Hours;
import org.ilium.clinic.HoursSettings.TimeOff;

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
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE, MMM d, uuuu, h:mm a", Locale.US);

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
                moment(off.time().start(), zone) + " – " + moment(off.time().end(), zone),
                off.reason() == null ? "" : off.reason());
    }

    private static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }
}
