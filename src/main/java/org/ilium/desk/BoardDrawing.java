package org.ilium.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.schedule.DayBoard;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.shared.Interval;

/** Places a day's appointments, opening hours and time off on the board. */
public final class BoardDrawing {

    private static final LocalTime USUAL_START = LocalTime.of(8, 0);
    private static final LocalTime USUAL_END = LocalTime.of(18, 0);

    private final DayBoard board;
    private final ZoneId zone;
    private final Interval shown;

    private final Set<UUID> notTold;
    private final Set<UUID> toMove;

    private BoardDrawing(DayBoard board, Set<UUID> notTold, Set<UUID> toMove) {
        this.board = board;
        this.notTold = notTold;
        this.toMove = toMove;
        this.zone = board.zone();
        this.shown = shown(board);
    }

    public static BoardView of(DayBoard board, Set<UUID> notTold, Set<UUID> toMove) {
        BoardDrawing drawing = new BoardDrawing(board, notTold, toMove);
        return new BoardView(
                board.date(),
                drawing.shown.start(),
                drawing.minute(drawing.shown.end()),
                drawing.hours(),
                board.columns().stream().map(drawing::column).toList());
    }

    /** Whole hours around all that is open or booked. */
    private static Interval shown(DayBoard board) {
        List<Interval> all =
                board.columns().stream()
                        .flatMap(
                                c ->
                                        Stream.concat(
                                                c.open().stream(),
                                                c.appointments().stream()
                                                        .map(a -> a.info().time())))
                        .toList();
        ZoneId zone = board.zone();
        Instant start =
                all.stream()
                        .map(Interval::start)
                        .min(Instant::compareTo)
                        .orElse(board.date().atTime(USUAL_START).atZone(zone).toInstant())
                        .atZone(zone)
                        .truncatedTo(ChronoUnit.HOURS)
                        .toInstant();
        Instant end =
                all.stream()
                        .map(Interval::end)
                        .max(Instant::compareTo)
                        .orElse(board.date().atTime(USUAL_END).atZone(zone).toInstant());
        long minutes = Math.max(60, Duration.between(start, end).toMinutes());
        return Interval.of(start, Duration.ofHours((minutes + 59) / 60));
    }

    private List<BoardView.Hour> hours() {
        boolean changing =
                !zone.getRules()
                        .getOffset(shown.start())
                        .equals(zone.getRules().getOffset(shown.end()));
        List<BoardView.Hour> hours = new ArrayList<>();
        for (Instant at = shown.start(); at.isBefore(shown.end()); at = at.plusSeconds(3600)) {
            hours.add(new BoardView.Hour(minute(at), DeskWords.hour(at, zone, changing)));
        }
        return hours;
    }

    private BoardView.Column column(DayBoard.Column column) {
        List<BoardView.Block> visits = new ArrayList<>();
        List<BoardView.Block> quiet = new ArrayList<>();
        for (AppointmentDetails appointment : column.appointments()) {
            (appointment.status().holdsTime() ? visits : quiet).add(block(appointment));
        }
        List<Interval> open =
                column.open().stream().flatMap(it -> it.without(column.away()).stream()).toList();
        return new BoardView.Column(
                column.practitionerName(),
                openWords(column, open),
                open.isEmpty() ? "" : DeskWords.ranges(today(column.away()), zone, "all day"),
                spans(open),
                spans(column.away()),
                BoardLanes.sideBySide(visits),
                quiet,
                column.appointments().stream()
                        .filter(a -> a.status() != AppointmentStatus.HELD)
                        .map(this::printed)
                        .toList());
    }

    /** Whoever is away the whole of her day is not open at all. */
    private String openWords(DayBoard.Column column, List<Interval> open) {
        if (column.open().isEmpty()) {
            return "Not working";
        }
        return open.isEmpty()
                ? "Away all day"
                : DeskWords.ranges(column.open(), zone, "open all day");
    }

    /** As much of it as is on this date, in order, with what overlaps joined. */
    private List<Interval> today(List<Interval> away) {
        return Interval.joined(away.stream().map(board.day()::shared).toList());
    }

    private BoardView.Printed printed(AppointmentDetails visit) {
        AppointmentInfo info = visit.info();
        String phone = info.contactPhone();
        boolean chart = info.patientId() != null;
        boolean otherName = chart && !visit.name().equals(info.contactName());
        return new BoardView.Printed(
                DeskWords.time(info.time().start(), zone),
                DeskWords.time(info.time().end(), zone),
                visit.name(),
                otherName ? info.contactName() : "",
                !chart,
                phone == null ? "" : PhoneNumbers.shown(phone),
                info.serviceName(),
                DeskWords.mode(info.mode()),
                visit.status().label(),
                visit.status().holdsTime(),
                notTold.contains(visit.id()),
                toMove.contains(visit.id()));
    }

    private BoardView.Block block(AppointmentDetails appointment) {
        Interval time = appointment.info().time();
        boolean held = appointment.status() == AppointmentStatus.HELD;
        return new BoardView.Block(
                appointment.id().toString(),
                span(time),
                (int) Duration.between(time.end(), appointment.busy().end()).toMinutes(),
                0,
                1,
                DeskWords.time(time.start(), zone),
                DeskWords.time(time.end(), zone),
                held ? "Somebody is booking this online" : appointment.name(),
                appointment.info().serviceName(),
                appointment.status().code(),
                appointment.info().statusWords(),
                !held && appointment.info().patientId() == null,
                notTold.contains(appointment.id()),
                toMove.contains(appointment.id()));
    }

    private List<BoardView.Span> spans(List<Interval> times) {
        return times.stream().filter(shown::overlaps).map(this::span).toList();
    }

    /** The part of it that the board shows. */
    private BoardView.Span span(Interval time) {
        int from = Math.max(0, minute(time.start()));
        int to = Math.min(minute(shown.end()), minute(time.end()));
        return new BoardView.Span(from, to - from);
    }

    private int minute(Instant at) {
        return (int) Duration.between(shown.start(), at).toMinutes();
    }
}
