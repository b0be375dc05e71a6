package org.ilium.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ilium.booking.VisitReason;
import org.ilium.shared.Interval;
import org.ilium.shared.TimeOfDay;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** Times and facts as the desk reads them, short. */
public final class DeskWords {

    private static final DateTimeFormatter SHORT_DATE = pattern("EEE, MMM d");
    private static final DateTimeFormatter SHORT_DATE_WITH_YEAR = pattern("EEE, MMM d, uuuu");
    private static final DateTimeFormatter BIRTH_DATE = pattern("MMM d, uuuu");

    private DeskWords() {}

    public static String time(Instant at, ZoneId zone) {
        return TimeOfDay.of(at.atZone(zone));
    }

    /** "10:30 AM"; {@code changing} adds which offset is meant. */
    public static String hour(Instant at, ZoneId zone, boolean changing) {
        return changing ? TimeOfDay.withZone(at.atZone(zone)) : time(at, zone);
    }

    public static String range(Interval time, ZoneId zone) {
        return TimeOfDay.range(time.start().atZone(zone), time.end().atZone(zone));
    }

    /** Of one day; {@code allDay} says all of it in words. */
    public static String ranges(List<Interval> times, ZoneId zone, String allDay) {
        return times.stream()
                .map(t -> isWholeDay(t, zone) ? allDay : range(t, zone))
                .collect(Collectors.joining(", "));
    }

    private static boolean isWholeDay(Interval time, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(time.start(), zone);
        return time.start().equals(date.atStartOfDay(zone).toInstant())
                && !time.end().isBefore(date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** "Tue, Jun 9, 10:00 AM", and the year where it is not {@code today}'s. */
    public static String dateAndTime(Instant at, ZoneId zone, LocalDate today) {
        boolean thisYear = at.atZone(zone).getYear() == today.getYear();
        DateTimeFormatter date = thisYear ? SHORT_DATE : SHORT_DATE_WITH_YEAR;
        return date.format(at.atZone(zone)) + ", " + time(at, zone);
    }

    /** "Tue, Jun 9", and the year where it is not {@code today}'s. */
    public static String date(LocalDate date, LocalDate today) {
        boolean thisYear = date.getYear() == today.getYear();
        return (thisYear ? SHORT_DATE : SHORT_DATE_WITH_YEAR).format(date);
    }

    public static @Nullable String birthDate(@Nullable LocalDate date) {
        return date == null ? null : BIRTH_DATE.format(date);
    }

    /** "21 weeks pregnant"; null when she was not asked. */
    public static @Nullable String stage(VisitReason reason) {
        Stage stage = reason.stage();
        if (stage == null || stage == Stage.NEITHER) {
            return null;
        }
        String words = stage == Stage.PREGNANT ? "pregnant" : "after birth";
        return reason.weeks() == null
                ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
                : reason.weeks() + " weeks " + words;
    }

    public static String mode(String code) {
        return switch (code) {
            case "phone" -> "By phone";
            case "video" -> "By video";
            default -> "In person";
        };
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
