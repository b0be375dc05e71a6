package org.ilium.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.ilium.clinic.Absence;
import org.ilium.clinic.AbsenceEntry;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Time off as it is typed at the desk: two dates, and times unless it is whole days. An end of
 * 12:00 AM is the end of its date, as in opening hours.
 */
record DeskTimeOffForm(
        String who,
        String date,
        String time,
        String untilDate,
        String untilTime,
        String reason,
        @Nullable String id,
        @Nullable Integer version) {

    /** Stands for nobody in particular in the list of practitioners. */
    static final String WHOLE_CLINIC = "clinic";

    static DeskTimeOffForm on(LocalDate date) {
        return new DeskTimeOffForm("", date.toString(), "", "", "", "", null, null);
    }

    static DeskTimeOffForm of(Absence absence, ZoneId zone) {
        Instant start = absence.time().start();
        Instant end = absence.time().end();
        LocalDate first = LocalDate.ofInstant(start, zone);
        LocalDate last = LocalDate.ofInstant(end.minusNanos(1), zone);
        boolean fromMidnight = start.equals(first.atStartOfDay(zone).toInstant());
        boolean untilMidnight = end.equals(last.plusDays(1).atStartOfDay(zone).toInstant());
        boolean whole = fromMidnight && untilMidnight;
        UUID who = absence.practitionerId();
        return new DeskTimeOffForm(
                who == null ? WHOLE_CLINIC : who.toString(),
                first.toString(),
                whole ? "" : start.atZone(zone).toLocalTime().toString(),
                last.toString(),
                whole ? "" : untilMidnight ? "00:00" : end.atZone(zone).toLocalTime().toString(),
                absence.reason() == null ? "" : absence.reason(),
                absence.id().toString(),
                absence.version());
    }

    /** What it means; whatever cannot be read is named by the form's own fields. */
    AbsenceEntry entry(FieldErrors errors) {
        UUID practitioner = who.equals(WHOLE_CLINIC) ? null : practitioner(errors);
        LocalDate first = date("date", date, errors);
        LocalDate last = untilDate.isBlank() ? first : date("untilDate", untilDate, errors);
        boolean wholeDays = time.isBlank() && untilTime.isBlank();
        LocalTime from = wholeDays ? LocalTime.MIDNIGHT : time("time", time, errors);
        LocalTime to = wholeDays ? LocalTime.MIDNIGHT : time("untilTime", untilTime, errors);
        if (first == null || last == null || from == null || to == null) {
            return new AbsenceEntry(practitioner, null, null, reason, version);
        }
        LocalDate ends = to.equals(LocalTime.MIDNIGHT) ? last.plusDays(1) : last;
        return new AbsenceEntry(
                practitioner,
                first.atTime(from).toString(),
                ends.atTime(to).toString(),
                reason,
                version);
    }

    private @Nullable UUID practitioner(FieldErrors errors) {
        try {
            return UUID.fromString(who);
        } catch (IllegalArgumentException e) {
            errors.add("who", "Pick who is away.");
            return null;
        }
    }

    private static @Nullable LocalDate date(String field, String typed, FieldErrors errors) {
        try {
            LocalDate date = LocalDate.parse(typed.strip());
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below
        }
        errors.add(field, "Enter a date.");
        return null;
    }

    private static @Nullable LocalTime time(String field, String typed, FieldErrors errors) {
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeException e) {
            errors.add(field, "Enter both times, or none for whole days.");
            return null;
        }
    }
}
