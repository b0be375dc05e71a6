package org.ilium.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much and how often. Every number may be null (not said); zero hold or rest means none. When
 * {@code side} is given it names the one side to work, else {@code perSide} says both in turn.
 */
public record Dosage(
        @Nullable Integer sets,
        @Nullable Integer reps,
        @Nullable Integer holdSeconds,
        @Nullable Integer restSeconds,
        @Nullable Integer durationMinutes,
        @Nullable Integer timesPerDay,
        @Nullable Integer daysPerWeek,
        @Nullable Side side,
        boolean perSide,
        @Nullable String resistance,
        @Nullable String note) {

    /** The one side an exercise is given for. */
    public enum Side {
        LEFT,
        RIGHT
    }

    public Dosage {
        atLeast(1, sets, "sets");
        atLeast(1, reps, "reps");
        atLeast(0, holdSeconds, "holdSeconds");
        atLeast(0, restSeconds, "restSeconds");
        atLeast(1, durationMinutes, "durationMinutes");
        atLeast(1, timesPerDay, "timesPerDay");
        atLeast(1, daysPerWeek, "daysPerWeek");
        if (daysPerWeek != null && daysPerWeek > 7) {
            throw new IllegalArgumentException("daysPerWeek must be at most 7");
        }
    }

    private static void atLeast(int least, @Nullable Integer value, String field) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(field + " must be at least " + least);
        }
    }

    /** The same amounts with the other's resistance and note, which are free words. */
    public Dosage inWordsOf(Dosage other) {
        return new Dosage(
                sets,
                reps,
                holdSeconds,
                restSeconds,
                durationMinutes,
                timesPerDay,
                daysPerWeek,
                side,
                perSide,
                other.resistance,
                other.note);
    }

    /**
     * The dose in plain English, such as "2 sets of 10, each side. Hold 5 seconds. Once a day, 3
     * days a week."; never empty. Resistance and note are the writer's own words, not escaped.
     */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        String amount = amount();
        add(parts, amount == null ? null : amount + sideText());
        if (holdSeconds != null && holdSeconds > 0) {
            String which = amount == null ? sideText() : "";
            parts.add("Hold " + count(holdSeconds, "second") + which);
        } else if (amount == null && !sideText().isEmpty()) {
            String which = sideText().substring(", ".length());
            parts.add(Character.toUpperCase(which.charAt(0)) + which.substring(1));
        }
        if (restSeconds != null && restSeconds > 0) {
            String between = sets != null && sets > 1 ? " between sets" : " after";
            parts.add("Rest " + count(restSeconds, "second") + between);
        }
        if (durationMinutes != null && !durationIsTheAmount()) {
            parts.add("About " + duration(durationMinutes) + " in all");
        }
        add(parts, frequency());
        add(parts, stripped(resistance) == null ? null : "Resistance: " + stripped(resistance));
        add(parts, stripped(note));
        return parts.isEmpty() ? "Whenever it helps." : String.join(". ", parts) + ".";
    }

    private @Nullable String amount() {
        String amount;
        if (durationMinutes != null && durationIsTheAmount()) {
            amount = duration(durationMinutes);
        } else if (sets != null && sets > 1 && reps != null && reps > 1) {
            amount = sets + " sets of " + reps;
        } else if (sets != null && sets > 1) {
            amount = sets + " sets";
        } else if (reps != null) {
            amount = count(reps, "time");
        } else if (sets != null) {
            amount = "1 set";
        } else {
            return null;
        }
        return amount;
    }

    /** "15 minutes" says it all when nothing is counted or held. */
    private boolean durationIsTheAmount() {
        return durationMinutes != null && one(sets) && one(reps) && !positive(holdSeconds);
    }

    private String sideText() {
        if (side != null) {
            return side == Side.LEFT ? ", left side only" : ", right side only";
        }
        return perSide ? ", each side" : "";
    }

    private @Nullable String frequency() {
        String times =
                timesPerDay == null
                        ? null
                        : switch (timesPerDay) {
                            case 1 -> "Once a day";
                            case 2 -> "Twice a day";
                            default -> timesPerDay + " times a day";
                        };
        String days =
                daysPerWeek == null
                        ? null
                        : daysPerWeek == 7 ? "every day" : count(daysPerWeek, "day") + " a week";
        if (times == null) {
            return days == null ? null : Character.toUpperCase(days.charAt(0)) + days.substring(1);
        }
        return days == null ? times : times + ", " + days;
    }

    private static String duration(int minutes) {
        return minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
    }

    private static String count(int n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }

    private static boolean one(@Nullable Integer n) {
        return n == null || n == 1;
    }

    private static boolean positive(@Nullable Integer n) {
        return n != null && n > 0;
    }

    /** Without surrounding space or a closing full stop, which the sentence adds itself. */
    private static @Nullable String stripped(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null) {
            parts.add(part);
        }
    }
}
