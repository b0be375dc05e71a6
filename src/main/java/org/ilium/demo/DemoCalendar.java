package org.ilium.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;

/** Which times of a demo day may be filled, and when its people came. */
final class DemoCalendar {

    static final int DAYS_BEFORE = 42;
    static final int DAYS_AFTER = 14;

    /** All but the last few are patients from the start; one more comes every other day. */
    private static final int FROM_THE_START = 8;

    private DemoCalendar() {}

    /** A time that may be filled. */
    record Time(PractitionerInfo who, Instant start, ServiceInfo service) {

        Instant end() {
            return start.plus(service.length());
        }
    }

    /** The times of one day, by start; today is a working day even at the week's end. */
    static List<Time> times(DemoClinic.Made clinic, LocalDate date, boolean isToday) {
        DayOfWeek day = date.getDayOfWeek();
        List<Time> times = new ArrayList<>();
        if (day.getValue() <= DayOfWeek.FRIDAY.getValue() || isToday) {
            add(times, clinic.dana(), date, clinic.evaluation(), "08:15", "14:15");
            add(times, clinic.dana(), date, clinic.followUp(), "09:45", "10:45", "13:00", "15:45");
            add(times, clinic.dana(), date, clinic.phone(), "08:00", "11:45", "16:45");
            add(times, clinic.robin(), date, clinic.evaluation(), "11:15", "16:15");
            add(times, clinic.robin(), date, clinic.followUp(), "10:15", "13:15", "14:15", "15:15");
            add(times, clinic.robin(), date, clinic.phone(), "10:00", "12:45", "17:30");
        } else if (day == DayOfWeek.SATURDAY) {
            add(times, clinic.robin(), date, clinic.followUp(), "09:30", "10:30", "11:30");
            add(times, clinic.robin(), date, clinic.phone(), "09:00", "12:30");
        }
        times.sort(Comparator.comparing(Time::start));
        return times;
    }

    /** When the patient at that place of the list was registered. */
    static Instant registration(Instant now, int place) {
        int daysLater = Math.max(0, place - FROM_THE_START) * 2;
        return now.minus(Duration.ofDays(DAYS_BEFORE + 7L - daysLater));
    }

    private static void add(
            List<Time> times,
            PractitionerInfo who,
            LocalDate date,
            ServiceInfo service,
            String... starts) {
        for (String start : starts) {
            times.add(
                    new Time(
                            who,
                            date.atTime(LocalTime.parse(start)).atZone(DemoClinic.ZONE).toInstant(),
                            service));
        }
    }
}
