package org.ilium.booking.availability;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.shared.Interval;

/**
 * All that decides when one practitioner is free. {@code busy} holds the ranges already taken, each
 * with the buffers of its own appointment; the intervals may be unsorted and may overlap.
 */
public record PractitionerSchedule(
        UUID practitionerId,
        List<WeeklyHours> weekly,
        List<DateException> exceptions,
        List<Interval> timeOff,
        List<Interval> busy) {

    public PractitionerSchedule {
        weekly = List.copyOf(weekly);
        exceptions = List.copyOf(exceptions);
        timeOff = List.copyOf(timeOff);
        busy = List.copyOf(busy);
    }

    /** The same without any hours. */
    public PractitionerSchedule closed() {
        return new PractitionerSchedule(practitionerId, List.of(), List.of(), timeOff, busy);
    }

    /** When that date is open by the clock on the wall of {@code zone}, in order. */
    public List<Interval> openOn(LocalDate date, ZoneId zone) {
        return OpenWindow.on(date, this, new WallClock(zone)).stream()
                .map(OpenWindow::time)
                .toList();
    }

    /** The local hours of that date, in order and disjoint. */
    List<LocalWindow> windowsOn(LocalDate date) {
        List<LocalWindow> windows = new ArrayList<>();
        boolean excepted = false;
        for (DateException exception : exceptions) {
            if (exception.date().equals(date)) {
                excepted = true;
                windows.addAll(exception.windows());
            }
        }
        if (!excepted) {
            for (WeeklyHours hours : weekly) {
                if (hours.day() == date.getDayOfWeek()) {
                    windows.add(hours.window());
                }
            }
        }
        return LocalWindow.joined(windows);
    }
}
