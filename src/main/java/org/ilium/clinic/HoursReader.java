package org.ilium.clinic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ilium.clinic.HoursLine.Window;
import org.jspecify.annotations.Nullable;

/** Reads typed opening hours and refuses what cannot be meant. */
final class HoursReader {

    private static final int MOST_YEARS_AHEAD = 3;
    private static final int MOST_A_DAY = 3;

    private final EntryReader reader;
    private final LocalDate today;

    HoursReader(EntryReader reader, LocalDate today) {
        this.reader = reader;
        this.today = today;
    }

    /** The windows that are right, in the order of the lines. */
    List<Window> windows(List<HoursLine> lines, List<Window> kept) {
        List<Window> windows = new ArrayList<>();
        for (HoursLine line : lines) {
            Window window = window(line);
            if (window != null) {
                refuseConflict(line, window, kept);
                refuseConflict(line, window, windows);
                if (Stream.concat(kept.stream(), windows.stream()).filter(window::sameDay).count()
                        >= MOST_A_DAY) {
                    reader.wrong(line.field() + "starts", "At most three windows a day.");
                }
                windows.add(window);
            }
        }
        return windows;
    }

    private @Nullable Window window(HoursLine line) {
        LocalDate date = line.day() == null ? date(line) : null;
        boolean closed = isEmpty(line.starts()) && isEmpty(line.ends());
        if (line.day() == null && (date == null || closed)) {
            return date == null ? null : new Window(null, null, date, null, null);
        }
        LocalTime starts = time(line.field() + "starts", line.starts());
        LocalTime ends = time(line.field() + "ends", line.ends());
        if (starts == null || ends == null) {
            return null;
        }
        if (!ends.equals(LocalTime.MIDNIGHT) && !starts.isBefore(ends)) {
            reader.wrong(line.field() + "ends", "Must be after the start.");
            return null;
        }
        return new Window(null, line.day(), date, starts, ends);
    }

    private void refuseConflict(HoursLine line, Window window, List<Window> others) {
        for (Window other : others) {
            if (!window.sameDay(other)) {
                continue;
            }
            if (window.closed() || other.closed()) {
                reader.wrong(
                        line.field() + "date",
                        "This date is already "
                                + (other.closed() ? "closed" : "open " + other.shown())
                                + ". Remove that first.");
            } else if (window.overlaps(other)) {
                reader.wrong(line.field() + "starts", "Overlaps " + other.shown() + ".");
            }
        }
    }

    private @Nullable LocalDate date(HoursLine line) {
        String field = line.field() + "date";
        try {
            LocalDate date = LocalDate.parse(line.date() == null ? "" : line.date().strip());
            if (date.isBefore(today)) {
                reader.wrong(field, "This date is in the past.");
            } else if (date.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
                reader.wrong(field, "At most " + MOST_YEARS_AHEAD + " years ahead.");
            }
            return date;
        } catch (DateTimeException e) {
            reader.wrong(field, "Give a date, such as 2027-05-31.");
            return null;
        }
    }

    private @Nullable LocalTime time(String field, @Nullable String typed) {
        try {
            LocalTime time = LocalTime.parse(typed == null ? "" : typed.strip());
            if (time.getSecond() == 0 && time.getNano() == 0) {
                return time;
            }
        } catch (DateTimeException e) {
            // said below
        }
        reader.wrong(field, "Give a time, such as 08:30.");
        return null;
    }

    static boolean isEmpty(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }
}
