package org.ilium.booking.link;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.fixture.ClinicFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MyAppointmentTimesTest {

    @Inject PatientLinks links;

    private ClinicFixture clinic;
    private String mine;

    @BeforeEach
    void book() {
        clinic = ClinicFixture.open();
        UUID booked = clinic.booked(clinic.at("10:00")).id();
        mine = "/api/v1/a/" + links.mint(LinkKind.APPOINTMENT, booked, Duration.ofDays(30));
    }

    @Test
    void theTimesAreOfTheDaysAndTheZoneAskedFor() {
        String day = clinic.day().toString();

        times("?from=" + day + "&to=" + clinic.day().plusDays(1) + "&zone=America/New_York")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("zone", equalTo("America/New_York"))
                .body("practitioners[0].name", equalTo("Demo Therapist"))
                .body("slots.start", everyItem(startsWith(day)))
                .body("slots.start", hasItem(startsWith(day + "T11:15:00-0")));
    }

    @Test
    void wrongDatesAndZonesAreNamed() {
        times("?from=soon&to=2030-13-01&zone=Mars")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("from", "to", "zone")));
        times("?from=2030-01-02&to=2030-01-02")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("to"));
    }

    private Response times(String query) {
        return RestAssured.get(mine + "/times" + query);
    }
}
