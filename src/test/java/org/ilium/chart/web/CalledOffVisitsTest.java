package org.ilium.chart.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cancelled visit whose time is still to come is not past on the chart, nor upcoming. */
@QuarkusTest
class CalledOffVisitsTest {

    private static final String HEADING = "<h3>Cancelled, would have been</h3>";

    @Inject Patients patients;
    @Inject AppointmentChanges changes;

    private ClinicFixture clinic;
    private UUID ada;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        ada =
                patients.register(PatientEntry.of("Demo", "Calledoff", null, null, null), true)
                        .orThrow()
                        .id();
    }

    @Test
    void oneToComeStandsUnderAHeadingOfItsOwn() {
        cancelled(clinic.bookedFor(ada, clinic.at("10:00")));
        clinic.bookedFor(ada, clinic.at("14:00"));

        String chart = chart();

        assertThat(chart).contains(HEADING).doesNotContain("<h3>Past</h3>");
        assertThat(after(chart, HEADING)).contains("10:00 AM", "Cancelled");
        assertThat(between(chart, "<h3>Upcoming</h3>", HEADING))
                .contains("2:00 PM")
                .doesNotContain("10:00 AM");
    }

    @Test
    void onceItsTimeIsOverItIsPast() {
        cancelled(clinic.bookedFor(ada, clinic.at(clinic.day().minusDays(9), "10:00")));

        String chart = chart();

        assertThat(chart).doesNotContain(HEADING);
        assertThat(after(chart, "<h3>Past</h3>")).contains("10:00 AM", "Cancelled");
    }

    private void cancelled(AppointmentDetails visit) {
        changes.cancelByStaff(visit.id(), visit.version(), ClinicFixture.BY_CLINIC).orThrow();
    }

    private String chart() {
        return SignedIn.as(Roles.THERAPIST).get("/patients/" + ada).asString();
    }

    private static String after(String page, String heading) {
        return page.substring(page.indexOf(heading));
    }

    private static String between(String page, String heading, String next) {
        return page.substring(page.indexOf(heading), page.indexOf(next));
    }
}
