package org.ilium.clinic.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.clinic.HoursLine;
import org.ilium.clinic.HoursSettings.Hours;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** A practitioner's hours in JSON; times are the clinic's, an end of 00:00 is midnight. */
@Schema(name = "Hours")
record HoursBody(
        @Schema(description = "At most three windows a day")
                @Nullable List<@Nullable Weekly> weekly,
        @Schema(description = "From today on; left out means that they stay as they are")
                @Nullable List<@Nullable Dated> exceptions,
        @Schema(description = "Only read; added and removed one by one")
                @Nullable List<Off> timeOff,
        @Schema(description = "The practitioner's version that was read")
                @Nullable Integer version) {

    @Schema(name = "WeeklyHours")
    record Weekly(
            @Schema(implementation = DayOfWeek.class, examples = "monday") @Nullable String day,
            @Schema(examples = "08:00") @Nullable String starts,
            @Schema(examples = "12:00") @Nullable String ends) {}

    @Schema(name = "HoursException", description = "Without times: closed on that date")
    record Dated(
            @Schema(examples = "2027-05-31") @Nullable String date,
            @Nullable String starts,
            @Nullable String ends) {}

    @Schema(name = "TimeOff")
    record Off(UUID id, Instant start, Instant end, @Nullable String reason) {}

    static HoursBody of(Hours hours) {
        return new HoursBody(
                hours.weekly().stream()
                        .map(w -> new Weekly(word(w.day()), text(w.starts()), text(w.ends())))
                        .toList(),
                hours.exceptions().stream()
                        .map(w -> new Dated(text(w.date()), text(w.starts()), text(w.ends())))
                        .toList(),
                hours.timeOff().stream()
                        .map(o -> new Off(o.id(), o.time().start(), o.time().end(), o.reason()))
                        .toList(),
                hours.version());
    }

    /** Throws the problem that names a missing list or an unknown day. */
    List<HoursLine> weeklyLines() {
        FieldErrors errors = new FieldErrors();
        List<HoursLine> lines = new ArrayList<>();
        if (weekly == null) {
            throw RefusedException.of(errors.add("weekly", "must be given; [] for no hours"));
        }
        for (int i = 0; i < weekly.size(); i++) {
            String field = "weekly[" + i + "].";
            Weekly line = weekly.get(i);
            DayOfWeek day = line == null ? null : day(line.day());
            if (line == null || day == null) {
                errors.add(field + "day", "must be monday to sunday");
            } else {
                lines.add(new HoursLine(field, day, null, line.starts(), line.ends()));
            }
        }
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
        return lines;
    }

    /** Null when they are to stay as they are. */
    @Nullable List<HoursLine> exceptionLines() {
        if (exceptions == null) {
            return null;
        }
        List<HoursLine> lines = new ArrayList<>();
        for (int i = 0; i < exceptions.size(); i++) {
            Dated line = exceptions.get(i);
            lines.add(
                    new HoursLine(
                            "exceptions[" + i + "].",
                            null,
                            line == null ? null : line.date(),
                            line == null ? null : line.starts(),
                            line == null ? null : line.ends()));
        }
        return lines;
    }

    private static @Nullable DayOfWeek day(@Nullable String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> HoursLine.word(day).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String word(@Nullable DayOfWeek day) {
        return day == null ? null : HoursLine.word(day);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
