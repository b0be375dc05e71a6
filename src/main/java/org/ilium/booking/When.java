package org.ilium.booking;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.ilium.shared.TimeOfDay;

/** A moment as a person reads it, in her zone: "Tuesday, June 9, 2026", "10:00 AM", "CDT". */
@TemplateData
public record When(Instant instant, ZoneId zone) {

    private static final DateTimeFormatter DATE = pattern("EEEE, MMMM d");
    private static final DateTimeFormatter DATE_WITH_YEAR = pattern("EEEE, MMMM d, uuuu");
    private static final DateTimeFormatter DATE_BRIEF = pattern("EEE, MMM d");
    private static final DateTimeFormatter ABBREVIATION = pattern("zzz");

    public String dateWithYear() {
        return DATE_WITH_YEAR.format(instant.atZone(zone));
    }

    /** "Tuesday, June 9", and its year unless that is this year. */
    public static String date(LocalDate date, LocalDate today) {
        return date.getYear() == today.getYear() ? DATE.format(date) : dateWithYear(date);
    }

    /** "Tuesday, June 9, 2026". */
    public static String dateWithYear(LocalDate date) {
        return DATE_WITH_YEAR.format(date);
    }

    /** "Tue, Jun 9". */
    public String dateBrief() {
        return DATE_BRIEF.format(instant.atZone(zone));
    }

    /** "Tue, Jun 9", and its year unless {@code now} is in it too. */
    public String dateBrief(Instant now) {
        int year = instant.atZone(zone).getYear();
        return dateBrief() + (now.atZone(zone).getYear() == year ? "" : ", " + year);
    }

    /** Whether the other's clock shows the same at that moment. */
    boolean showsLike(When other) {
        return zone.getRules()
                .getOffset(instant)
                .equals(other.zone.getRules().getOffset(other.instant));
    }

    /** "10:00 AM"; its zone is for whoever asks to say. */
    public String time() {
        return TimeOfDay.of(instant.atZone(zone).toLocalTime());
    }

    /** The zone's short name at that moment. */
    public String zoneShort() {
        return ABBREVIATION.format(instant.atZone(zone));
    }

    /** Such as "Central Time (Chicago)". */
    public String zoneLong() {
        return zoneName(zone);
    }

    /** Such as "Central Time (Chicago)". */
    public static String zoneName(ZoneId zone) {
        String id = zone.getId();
        String general = zone.getDisplayName(TextStyle.FULL, Locale.US);
        String place = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return general.equals(id) || general.equals(place) ? place : general + " (" + place + ")";
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
