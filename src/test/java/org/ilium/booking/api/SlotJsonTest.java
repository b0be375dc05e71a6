package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotJsonTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T14:30:00Z, America/Chicago",
        "2026-11-01T06:30:00Z, America/Chicago",
        "2026-11-01T07:30:00Z, America/Chicago",
        "2026-03-29T01:00:00Z, Europe/Berlin",
        "2026-07-01T00:00:00Z, Asia/Kolkata",
        "2026-07-01T00:00:07Z, UTC",
        "1880-01-01T12:00:00Z, Europe/Amsterdam"
    })
    void aTimeIsWrittenAsTheStandardFormatterWritesIt(Instant time, ZoneId zone) {
        String written = SlotJson.written(time, zone.getRules().getOffset(time));

        assertThat(written)
                .isEqualTo(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone)));
    }
}
