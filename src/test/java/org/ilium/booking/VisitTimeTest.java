package org.ilium.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTimeTest {

    private static final Instant START = Instant.parse("2026-06-09T13:00:00Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource({
        "in-person, America/New_York, '8:00 AM CDT', 'Where you are it is 9:00 AM EDT.'",
        "phone,     America/New_York, '9:00 AM EDT', 'At the clinic it is 8:00 AM CDT.'",
        "video,     America/New_York, '9:00 AM EDT', 'At the clinic it is 8:00 AM CDT.'",
        "in-person, America/Phoenix, '8:00 AM CDT', 'Where you are it is 6:00 AM MST.'",
        "phone,     Asia/Kolkata, '6:30 PM IST', 'At the clinic it is 8:00 AM CDT.'",
        "in-person, America/Chicago, '8:00 AM CDT', ''",
        "phone,     America/Chicago, '8:00 AM CDT', ''",
        "phone,     America/Menominee, '8:00 AM CDT', ''"
    })
    void theClinicsClockLeadsAtTheClinicAndHersOnACall(
            String mode, ZoneId hers, String leads, String beside) {
        VisitTime time = VisitTime.of(START, mode, hers, CHICAGO);

        assertThat(time.whole()).isEqualTo("Tuesday, June 9, 2026, " + leads);
        assertThat(time.brief(START)).isEqualTo("Tue, Jun 9, " + leads);
        assertThat(time.besideInWords()).isEqualTo(beside);
    }

    @Test
    void theOtherClockSaysItsDayWhereThatIsAnother() {
        assertThat(
                        VisitTime.of(START, "in-person", ZoneId.of("Asia/Tokyo"), CHICAGO)
                                .besideInWords())
                .isEqualTo("Where you are it is 10:00 PM JST.");
        assertThat(
                        VisitTime.of(START, "in-person", ZoneId.of("Pacific/Auckland"), CHICAGO)
                                .besideInWords())
                .isEqualTo("Where you are it is Wednesday, June 10, 2026, 1:00 AM NZST.");
    }

    @Test
    void aVisitOfAnotherYearSaysIt() {
        Instant newYearsEve = Instant.parse("2027-01-01T05:59:59Z");
        VisitTime time =
                VisitTime.of(Instant.parse("2027-01-05T14:00:00Z"), "in-person", null, CHICAGO);

        assertThat(time.brief(newYearsEve)).isEqualTo("Tue, Jan 5, 2027, 8:00 AM CST");
        assertThat(time.brief(newYearsEve.plusSeconds(1))).isEqualTo("Tue, Jan 5, 8:00 AM CST");
    }

    @Test
    void whoseZoneIsNotKnownIsWhereTheClinicIs() {
        VisitTime time = VisitTime.of(START, "phone", null, CHICAGO);

        assertThat(time.whole()).endsWith("8:00 AM CDT");
        assertThat(time.beside()).isNull();
    }
}
