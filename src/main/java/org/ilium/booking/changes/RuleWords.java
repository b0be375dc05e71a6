package org.ilium.booking.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.SameDay;
import org.ilium.booking.When;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Interval;
import org.ilium.shared.TimeOfDay;

/** Says to staff how a time breaks a rule; {@code who} is the practitioner, times the clinic's. */
record RuleWords(String who, Interval visit, ZoneId zone) {

    BrokenRule past() {
        return new BrokenRule(BookingRule.IN_THE_PAST, "That time has already passed.");
    }

    BrokenRule notice(ServiceInfo service) {
        return new BrokenRule(
                BookingRule.NOTICE,
                "Online booking needs %s of notice.".formatted(length(service.minimumNotice())));
    }

    BrokenRule horizon(ServiceInfo service) {
        return new BrokenRule(
                BookingRule.HORIZON,
                "The date, %s, is past the %d days ahead that this service is booked. Check the year."
                        .formatted(When.dateWithYear(date(visit.start())), service.horizonDays()));
    }

    /** {@code open} are the hours of the visit's date. */
    BrokenRule hours(List<Interval> open) {
        String date = When.dateWithYear(date(visit.start()));
        String words =
                open.isEmpty()
                        ? "%s does not work on %s.".formatted(who, date)
                        : "%s does not work at that time. The hours on %s are %s."
                                .formatted(who, date, ranges(open));
        return new BrokenRule(BookingRule.HOURS, words);
    }

    BrokenRule timeOff(List<Interval> away) {
        boolean around = away.stream().noneMatch(visit::overlaps);
        return new BrokenRule(
                BookingRule.TIME_OFF,
                who + " is away " + ranges(away) + (around ? ", too close to the visit." : "."));
    }

    BrokenRule held(Instant until) {
        return new BrokenRule(
                BookingRule.SLOT_HELD,
                "%s is being booked online just now. It is kept until %s, then it is free unless it was booked."
                        .formatted(asked(), time(until)));
    }

    BrokenRule taken() {
        return new BrokenRule(
                BookingRule.SLOT_TAKEN, asked() + " is taken by another appointment.");
    }

    BrokenRule sameDay(SameDay hers) {
        return new BrokenRule(
                BookingRule.SAME_DAY,
                "The patient already has an appointment on %s."
                        .formatted(When.dateWithYear(hers.date())),
                hers.visits());
    }

    BrokenRule patientBusy() {
        return new BrokenRule(
                BookingRule.PATIENT_BUSY, "The patient already has an appointment at that time.");
    }

    private String asked() {
        return time(visit.start()) + " with " + who;
    }

    private LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private String ranges(List<Interval> times) {
        return times.stream().map(this::range).collect(Collectors.joining(" and "));
    }

    /** The dates too where it is not all on the visit's own. */
    private String range(Interval time) {
        LocalDate day = date(visit.start());
        boolean sameDay =
                date(time.start()).equals(day) && date(time.end().minusNanos(1)).equals(day);
        if (sameDay && isWholeDay(time, day)) {
            return "all day";
        }
        return sameDay
                ? time(time.start()) + " – " + time(time.end())
                : "from " + moment(time.start()) + " until " + moment(time.end());
    }

    private boolean isWholeDay(Interval time, LocalDate day) {
        return time.equals(
                new Interval(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private String moment(Instant at) {
        return new When(at, zone).dateBrief() + ", " + time(at);
    }

    private String time(Instant at) {
        return TimeOfDay.of(at.atZone(zone));
    }

    private static String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return counted(minutes / (24 * 60), "day");
        }
        return minutes % 60 == 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
