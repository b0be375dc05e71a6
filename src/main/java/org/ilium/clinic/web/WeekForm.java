package org.ilium.clinic.web;

import io.quarkus.qute.TemplateData;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ilium.clinic.HoursLine;
import org.ilium.clinic.HoursSettings.Hours;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

/** The week as the form shows and sends it: three lines a day, more only where there are more. */
@TemplateData
record WeekForm(List<Day> days) {

    private static final int LINES = 3;
    private static final int MOST_LINES = 24;

    /** One day of the form. */
    @TemplateData
    record Day(String name, List<Line> lines) {}

    /** One pair of times; {@code field} is what its two fields' names begin with. */
    @TemplateData
    record Line(String field, String label, DayOfWeek day, String starts, String ends) {

        public String startsField() {
            return field + "starts";
        }

        public String endsField() {
            return field + "ends";
        }
    }

    static WeekForm of(Hours hours) {
        List<Line> lines = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int number = 0;
            for (HoursLine.Window window : hours.weekly()) {
                if (window.day() == day) {
                    lines.add(
                            line(
                                    day,
                                    ++number,
                                    String.valueOf(window.starts()),
                                    String.valueOf(window.ends())));
                }
            }
        }
        return filled(lines);
    }

    /** What this request sent. */
    static WeekForm sent() {
        FormData form = CurrentRequestManager.get().getFormData();
        List<Line> lines = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int n = 1; n <= MOST_LINES; n++) {
                Line empty = line(day, n, "", "");
                String starts = value(form, empty.field() + "starts");
                String ends = value(form, empty.field() + "ends");
                if (n <= LINES || !starts.isEmpty() || !ends.isEmpty()) {
                    lines.add(line(day, n, starts, ends));
                }
            }
        }
        return filled(lines);
    }

    WeekForm withMondayOnWeekdays() {
        List<Line> lines = new ArrayList<>();
        for (Day day : days) {
            DayOfWeek which = day.lines().get(0).day();
            boolean weekday = which.getValue() <= DayOfWeek.FRIDAY.getValue();
            List<Line> source = weekday ? days.get(0).lines() : day.lines();
            for (int i = 0; i < source.size(); i++) {
                lines.add(line(which, i + 1, source.get(i).starts(), source.get(i).ends()));
            }
        }
        return filled(lines);
    }

    /** The lines that hold something. */
    List<HoursLine> lines() {
        return days.stream()
                .flatMap(day -> day.lines().stream())
                .filter(line -> !line.starts().isEmpty() || !line.ends().isEmpty())
                .map(l -> new HoursLine(l.field(), l.day(), null, l.starts(), l.ends()))
                .toList();
    }

    private static WeekForm filled(List<Line> lines) {
        List<Day> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Line> mine = new ArrayList<>(lines.stream().filter(l -> l.day() == day).toList());
            while (mine.size() < LINES) {
                mine.add(line(day, mine.size() + 1, "", ""));
            }
            days.add(new Day(name(day), mine));
        }
        return new WeekForm(days);
    }

    private static Line line(DayOfWeek day, int number, String starts, String ends) {
        return new Line(
                HoursLine.word(day) + "-" + number + "-",
                name(day) + ", window " + number,
                day,
                starts,
                ends);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    private static String value(@Nullable FormData form, String name) {
        return form == null || !form.contains(name) ? "" : form.getFirst(name).getValue().strip();
    }
}
