package org.ilium.booking.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.api.RedFlag;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form sent again after it has booked, as the Back button does. */
@QuarkusTest
class BookedAlreadyTest {

    @Inject Appointments appointments;
    @Inject BookingAppointments booking;

    private ClinicFixture clinic;
    private Map<String, String> form;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
        form = filled("10:00");
    }

    @Test
    void withAnotherEmailSheIsToldThatTheFirstStands() {
        book();
        form.put("email", "demo.ada.right@example.org");

        Response again = form().post("/book");

        isToldSheIsBooked(again);
        assertThat(booked())
                .singleElement()
                .satisfies(
                        a -> assertThat(a.info().contactEmail()).isEqualTo("demo.ada@example.org"));
    }

    @Test
    void holdingAgainTellsTheSame() {
        book();

        Response same = form().post("/book/hold");
        form.put("slot", slot("11:00"));
        Response other = form().post("/book/hold");

        isToldSheIsBooked(same);
        isToldSheIsBooked(other);
    }

    @Test
    void aPageOfAnotherTimeTellsTheTimeSheHas() {
        book();
        form.put("slot", slot("11:00"));

        isToldSheIsBooked(form().post("/book"));
    }

    @Test
    void anotherFormLearnsNothing() {
        book();
        form.put("hold", UUID.randomUUID().toString());
        form.put("email", "demo.bea@example.org");

        for (String step : List.of("/book/hold", "/book")) {
            form().post(step).then().body(not(containsString("booked already")));
        }
    }

    @Test
    void whatTheDeskBookedIsNoForms() {
        AppointmentDetails desks =
                booking.enter(
                                new StaffBooking(
                                        clinic.slot(clinic.at("15:00")),
                                        null,
                                        ClinicFixture.DEMO_ADA,
                                        null,
                                        VisitReason.NOT_ASKED,
                                        null,
                                        null,
                                        false,
                                        org.ilium.booking.BookedVia.STAFF))
                        .orThrow();
        form.put("hold", desks.id().toString());
        form.put("email", "demo.bea@example.org");

        for (String step : List.of("/book/hold", "/book")) {
            form().post(step).then().body(not(containsString("booked already")));
        }
    }

    @Test
    void onceCancelledSheIsToldSoAndMayBookAnew() {
        String page = book();
        form().formParam("version", booked().get(0).version()).post(page + "/cancel");

        form().post("/book/hold")
                .then()
                .statusCode(409)
                .body(containsString("This appointment is cancelled"))
                .body(containsString("href=\"/book\""));
    }

    @Test
    void aProgramIsToldByItsCode() {
        book();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("holdId", form.get("hold"));
        body.put(
                "contact",
                Map.of(
                        "name", "Demo Ada",
                        "phone", "312 555 0142",
                        "email", "demo.ada.right@example.org"));
        body.put("stage", "neither");
        body.put("reason", "Upper back");
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (RedFlag flag : RedFlag.values()) {
            answers.put(flag.code(), false);
        }
        body.put("redFlags", answers);

        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments")
                .then()
                .statusCode(409)
                .body("code", equalTo("booked-already"))
                .body(not(containsString("/a/")));
    }

    private String book() {
        form().post("/book/hold").then().statusCode(200);
        Response booked = form().post("/book");
        booked.then().statusCode(303);
        return booked.header("Location");
    }

    private static void isToldSheIsBooked(Response page) {
        page.then()
                .statusCode(409)
                .body(containsString("You are booked already"))
                .body(containsString("10:00"))
                .body(containsString("first time stand"))
                .body(containsString("link in the email"))
                .body(containsString("tel:+13125550100"))
                .body(not(containsString("/a/")))
                .body(not(containsString("href=\"/book\"")))
                .body(not(containsString("Demo Ada")))
                .body(not(containsString("demo.ada")));
    }

    private List<AppointmentDetails> booked() {
        return appointments.onDay(clinic.day(), clinic.practitioner().id());
    }

    private Map<String, String> filled(String time) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("service", "phone-consult");
        for (RedFlag flag : RedFlag.values()) {
            filled.put(flag.field(), "no");
        }
        filled.put("hold", UUID.randomUUID().toString());
        filled.put("slot", slot(time));
        filled.put("name", "Demo Ada");
        filled.put("phone", "(312) 555-0142");
        filled.put("email", "demo.ada@example.org");
        filled.put("stage", "neither");
        filled.put("reason", "Upper back");
        return filled;
    }

    private RequestSpecification form() {
        return SignedIn.form(RestAssured.given()).formParams(form);
    }

    private String slot(String time) {
        return clinic.practitioner().id() + "~" + clinic.at(time);
    }
}
