package org.ilium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time is written in one way, on screens, in mail, in answers of the API and on paper. */
class TimeOfDayTest {

    private static final Path SOURCES = Path.of("src", "main");
    private static final List<String> TEXTS =
            List.of(".java", ".html", ".txt", ".js", ".yaml", ".properties", ".sql", ".css");

    /** A format of its own, a small "am", an hour without minutes. */
    private static final Pattern OTHERWISE =
            Pattern.compile(
                    "\\b[hHkK]{1,2}:mm|[\"' ]h+ ?a+[\"',]"
                            + "|ofLocalized(Date)?Time|SimpleDateFormat|getTimeInstance"
                            + "|toLocale(Time)?String|timeStyle|dayPeriod"
                            + "|\\d ?(?:am|pm|a\\.m\\.|p\\.m\\.)(?![\\w.])"
                            + "|(?<![:\\d])\\d{1,2} ?[AP]M\\b"
                            + "|\\d{1,2}:\\d{2}(?:[AP]M| [AP]\\.M)");

    @ParameterizedTest
    @CsvSource({
        "00:00, 12:00 AM",
        "00:05, 12:05 AM",
        "09:00, 9:00 AM",
        "12:00, 12:00 PM",
        "14:30, 2:30 PM",
        "23:59, 11:59 PM"
    })
    void aTimeHasItsMinutesAndItsHalfOfTheDay(LocalTime time, String written) {
        assertThat(TimeOfDay.of(time)).isEqualTo(written);
    }

    @Test
    void aZoneIsWrittenBehindIt() {
        LocalDateTime june = LocalDateTime.of(2027, 6, 8, 14, 30);

        assertThat(TimeOfDay.withZone(june.atZone(ZoneId.of("America/Chicago"))))
                .isEqualTo("2:30 PM CDT");
        assertThat(TimeOfDay.after("EEE, MMM d").format(june.atZone(ZoneId.of("America/Chicago"))))
                .isEqualTo("Tue, Jun 8, 2:30 PM");
    }

    @Test
    void hoursFromMidnightToMidnightAreAllDay() {
        assertThat(TimeOfDay.hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .isEqualTo("open all day");
        assertThat(TimeOfDay.hours(LocalTime.of(9, 0), LocalTime.MIDNIGHT))
                .isEqualTo("9:00 AM – 12:00 AM");
        assertThat(TimeOfDay.hours(LocalTime.MIDNIGHT, LocalTime.NOON))
                .isEqualTo("12:00 AM – 12:00 PM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ofPattern(\"h:mm a\")",
                "pattern(\"HH:mm\")",
                "pattern(\"h a\")",
                "at 9 am",
                "9:00am",
                "at 2 p.m. today",
                "10 AM",
                "2:30PM",
                "new Date().toLocaleTimeString()"
            })
    void theLookFindsOtherWays(String written) {
        assertThat(OTHERWISE.matcher(written).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"2:30 PM\"", "when I am pregnant", "I am 21", "T09:00-05:00", "12:00 AM"})
    void theLookLeavesTheRestAlone(String written) {
        assertThat(OTHERWISE.matcher(written).find()).isFalse();
    }

    @Test
    void anHourThatComesTwiceSaysWhichItIs() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        Instant first = Instant.parse("2026-11-01T06:30:00Z");
        ZonedDateTime daylight = first.atZone(chicago);
        ZonedDateTime standard = first.plusSeconds(2700).atZone(chicago);

        assertThat(TimeOfDay.range(daylight, standard)).isEqualTo("1:30 AM CDT – 1:15 AM CST");
        assertThat(TimeOfDay.after("MMM d").format(standard)).isEqualTo("Nov 1, 1:15 AM CST");
        assertThat(TimeOfDay.of(daylight.minusHours(1))).isEqualTo("12:30 AM");
        assertThat(TimeOfDay.of(standard.plusHours(1))).isEqualTo("2:15 AM");
        assertThat(TimeOfDay.of(daylight.plusDays(1))).isEqualTo("1:30 AM");
    }

    @Test
    void nothingWritesATimeInAnotherWay() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(
                            files.filter(file -> TEXTS.stream().anyMatch(file.toString()::endsWith))
                                    .filter(file -> !file.endsWith("TimeOfDay.java"))
                                    .flatMap(TimeOfDayTest::others)
                                    .toList())
                    .isEmpty();
        }
    }

    private static Stream<String> others(Path file) {
        try {
            Matcher found =
                    OTHERWISE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            return found.results().map(result -> file + ": " + result.group());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
