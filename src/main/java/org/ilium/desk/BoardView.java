package org.ilium.desk;

import static org.ilium.desk.Digits.Of.COLUMNS;
import static org.ilium.desk.Digits.Of.FROM;
import static org.ilium.desk.Digits.Of.LANE;
import static org.ilium.desk.Digits.Of.LANES;
import static org.ilium.desk.Digits.Of.LONG;
import static org.ilium.desk.Digits.Of.MINUTES;
import static org.ilium.desk.Digits.Of.TAIL;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.ilium.booking.When;
import org.jspecify.annotations.Nullable;

/**
 * A day drawn to scale: {@code from} and {@code minutes} count minutes really passed since {@code
 * start}, so that a day on which clocks change is as long as it is.
 */
public record BoardView(
        LocalDate date, Instant start, int minutes, List<Hour> hours, List<Column> columns) {

    /** A line across the board. */
    public record Hour(int from, String label) {

        /** Its classes. */
        public String place() {
            return Digits.of(FROM, from);
        }
    }

    /** A stretch of one column. */
    public record Span(int from, int minutes) {

        /** Its classes. */
        public String place() {
            return Digits.of(FROM, from) + ' ' + Digits.of(LONG, minutes);
        }
    }

    /** {@code visits} hold their time, {@code quiet} do not: cancelled and missed ones. */
    public record Column(
            String name,
            String openWords,
            String awayWords,
            List<Span> open,
            List<Span> away,
            List<Block> visits,
            List<Block> quiet,
            List<Printed> printed) {}

    /**
     * A line of the day on paper; {@code givenName} is the name at booking where the chart has
     * another, {@code stands} is false for one that was cancelled or missed.
     */
    public record Printed(
            String time,
            String endTime,
            String name,
            String givenName,
            boolean withoutChart,
            String phone,
            String service,
            String mode,
            String status,
            boolean stands,
            boolean notTold,
            boolean toMove) {

        /** The number and its extension, neither to be broken over two lines. */
        public List<String> getNumbers() {
            int extension = phone.indexOf(" ext");
            return extension < 0
                    ? List.of(phone)
                    : List.of(phone.substring(0, extension), phone.substring(extension + 1));
        }
    }

    /**
     * One appointment; {@code lane} of {@code lanes} stand side by side where times overlap; {@code
     * tail} is the buffer after it, in minutes.
     */
    public record Block(
            String id,
            Span span,
            int tail,
            int lane,
            int lanes,
            String time,
            String endTime,
            String name,
            String service,
            String status,
            String statusWord,
            boolean withoutChart,
            boolean notTold,
            boolean toMove) {

        /** Its classes. */
        public String place() {
            return span.place()
                    + ' '
                    + Digits.of(TAIL, tail)
                    + ' '
                    + Digits.of(LANE, lane)
                    + ' '
                    + Digits.of(LANES, lanes);
        }

        /** The time in its two parts, of which a narrow card has room for the first. */
        public String clock() {
            return time.substring(0, Math.max(0, time.lastIndexOf(' ')));
        }

        public String half() {
            return time.substring(time.lastIndexOf(' ') + 1);
        }

        /** Too short for a second line. */
        public boolean isBrief() {
            return span.minutes() < 30;
        }

        Block inLane(int its, int of) {
            return new Block(
                    id,
                    span,
                    tail,
                    its,
                    of,
                    time,
                    endTime,
                    name,
                    service,
                    status,
                    statusWord,
                    withoutChart,
                    notTold,
                    toMove);
        }
    }

    /** The board's own classes. */
    public String place() {
        return Digits.of(MINUTES, minutes) + ' ' + Digits.of(COLUMNS, columns.size());
    }

    /** The classes of a line across it at that minute. */
    public String line(int minute) {
        return Digits.of(FROM, minute);
    }

    /** The whole date, as it stands on paper. */
    public String heading() {
        return When.dateWithYear(date);
    }

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** Minutes from the top; null when the moment is not on this board. */
    public @Nullable Integer minuteOf(Instant moment) {
        long passed = Math.floorDiv(moment.getEpochSecond() - start.getEpochSecond(), 60);
        return passed >= 0 && passed < minutes ? (int) passed : null;
    }

    /** Visits that hold their time. */
    public List<Block> getVisits() {
        return columns.stream().flatMap(c -> c.visits().stream()).toList();
    }

    /** Visits to come that no chart is linked to. */
    public List<Block> getNewCallers() {
        return getVisits().stream().filter(Block::withoutChart).toList();
    }

    /** Visits, cancelled ones too, of which somebody has yet to hear; the next ones first. */
    public List<Block> getNotTold() {
        return columns.stream()
                .flatMap(c -> Stream.concat(c.visits().stream(), c.quiet().stream()))
                .filter(Block::notTold)
                .sorted(Comparator.comparingInt(block -> block.span().from()))
                .toList();
    }

    public long count(String status) {
        return columns.stream()
                .flatMap(c -> Stream.concat(c.visits().stream(), c.quiet().stream()))
                .filter(b -> b.status().equals(status))
                .count();
    }

    /** The same for the same board, whoever draws it. */
    public String etag() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(toString().getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
