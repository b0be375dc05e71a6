package org.ilium.booking.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who moves an appointment knows whom it would be with. */
@QuarkusTest
class MoveToSomebodyElseTest {

    @Inject BookingAppointments booking;
    @Inject PatientLinks links;

    private ClinicFixture clinic;
    private PractitionerInfo dana;
    private String page;

    @BeforeEach
    void book() {
        clinic = ClinicFixture.open();
        dana = clinic.addPractitioner("Demo Dana", null);
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        page = "/a/" + links.mint(LinkKind.APPOINTMENT, booked.id(), Duration.ofDays(30));
    }

    @Test
    void herOwnPractitionerIsOfferedWhereBothAreFree() {
        clinic.booked(clinic.at("14:00"));

        String times = times();

        assertThat(times)
                .contains(slot(clinic.practitioner().id(), "11:00"))
                .doesNotContain(slot(dana.id(), "11:00"))
                .contains(slot(dana.id(), "14:00"));
    }

    @Test
    void aTimeWithSomebodyElseIsMarked() {
        assertThat(times()).doesNotContain("<small").doesNotContain("instead");

        clinic.booked(clinic.at("14:00"));

        assertThat(times())
                .contains("Now it is with Demo Therapist.")
                .contains("<small aria-hidden=\"true\">Demo Dana</small>");
    }

    @Test
    void confirmingSaysWhomItWouldBeWith() {
        confirm(dana.id())
                .then()
                .statusCode(200)
                .body(containsString("With Demo Dana."))
                .body(containsString("Now it is with Demo Therapist."));
        confirm(clinic.practitioner().id())
                .then()
                .statusCode(200)
                .body(containsString("With Demo Therapist, as now"))
                .body(not(containsString("Now it is with")));
    }

    @Test
    void theTimesNextToATakenOneAreMarkedToo() {
        booking.bookPublic(
                        new SlotChoice(clinic.phoneConsult().id(), dana.id(), clinic.at("14:00")),
                        ClinicFixture.visitor(ClinicFixture.DEMO_ADA))
                .orThrow();
        clinic.booked(clinic.at("14:30"));

        Response taken =
                SignedIn.form(RestAssured.given())
                        .formParam("version", 0)
                        .formParam("slot", slot(dana.id(), "14:00"))
                        .post(page + "/move");

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.asString()).contains("Close to that time", "<small");
    }

    @Test
    void aTimeThatCannotBeReadIsSaidInPlainWords() {
        for (String wrong : new String[] {"nonsense", slot(UUID.randomUUID(), "11:00"), ""}) {
            SignedIn.form(RestAssured.given())
                    .formParam("version", 0)
                    .formParam("slot", wrong)
                    .post(page + "/move")
                    .then()
                    .statusCode(400)
                    .body(containsString("Please pick one of these."))
                    .body(not(containsString("slot:")));
        }
        RestAssured.get(page + "/move/confirm").then().statusCode(400);
    }

    private String times() {
        return RestAssured.get(page + "/move").then().statusCode(200).extract().asString();
    }

    private Response confirm(UUID practitioner) {
        return RestAssured.given()
                .queryParam("slot", slot(practitioner, "11:00"))
                .get(page + "/move/confirm");
    }

    private String slot(UUID practitioner, String time) {
        return practitioner + "~" + clinic.at(time);
    }
}
