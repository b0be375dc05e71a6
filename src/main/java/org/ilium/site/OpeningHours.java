package org.ilium.site;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.WorkingHours;
import org.ilium.shared.TimeOfDay;
import org.jspecify.annotations.Nullable;

/** When somebody is at the clinic in an ordinary week, in words; dates that differ are left out. */
@Singleton
public class OpeningHours {

    private final ClinicDirectory directory;
    private final WorkingHours hours;
    private final Clock clock;

    OpeningHours(ClinicDirectory directory, WorkingHours hours, Clock clock) {
        this.directory = directory;
        this.hours = hours;
        this.clock = clock;
    }

    /** One line of the table: "Monday to Friday", "9:00 AM – 5:00 PM". */
    public record Line(String days, String times) {}

    /** Local times in the clinic's zone; days on which nobody works have no line. */
    public List<Line> lines() {
        List<UUID> ids = directory.practitioners().stream().map(PractitionerInfo::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), directory.profile().zone());
        return lines(hours.rules(ids, today, today));
    }

    static List<Line> lines(List<WorkingHours.Rule> rules) {
        List<Line> lines = new ArrayList<>();
        DayOfWeek first = null;
        String times = "";
        for (DayOfWeek day : DayOfWeek.values()) {
            String onDay = times(rules, day);
            if (onDay.equals(times)) {
                continue;
            }
            addLine(lines, first, day.minus(1), times);
            first = day;
            times = onDay;
        }
        addLine(lines, first, DayOfWeek.SUNDAY, times);
        return lines;
    }

    private static void addLine(
            List<Line> lines, @Nullable DayOfWeek first, DayOfWeek last, String times) {
        if (first == null || times.isEmpty()) {
            return;
        }
        String join = last == first.plus(1) ? " and " : " to ";
        lines.add(new Line(first == last ? name(first) : name(first) + join + name(last), times));
    }

    /** The day's windows of everybody together, touching ones joined; empty when closed. */
    private static String times(List<WorkingHours.Rule> rules, DayOfWeek day) {
        List<int[]> joined = new ArrayList<>();
        rules.stream()
                .filter(rule -> rule.day() == day && rule.starts() != null && rule.ends() != null)
                .map(rule -> new int[] {minute(rule.starts()), endMinute(rule.ends())})
                .sorted(Comparator.comparingInt(window -> window[0]))
                .forEach(
                        window -> {
                            int[] last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
                            if (last != null && window[0] <= last[1]) {
                                last[1] = Math.max(last[1], window[1]);
                            } else {
                                joined.add(window);
                            }
                        });
        return String.join(
                ", ", joined.stream().map(w -> TimeOfDay.hours(time(w[0]), time(w[1]))).toList());
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static int endMinute(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? 24 * 60 : minute(time);
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
