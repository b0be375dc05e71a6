package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that books by a hold is booked for the time it names, or not at all. */
@QuarkusTest
class HeldTimeApiTest {

    @Inject Appointments appointments;
    @Inject BookingAppointments booking;

    private ClinicFixture clinic;
    private UUID hold;

    @BeforeEach
    void hold() {
        clinic = ClinicFixture.open();
        hold = UUID.randomUUID();
        booking.hold(hold, clinic.slot(clinic.at("10:00")));
    }

    @Test
    void anotherTimePractitionerOrServiceThanTheHeldIsRefused() {
        String other = clinic.addPractitioner("Demo Dana", null).id().toString();

        for (Map.Entry<String, Object> wrong :
                Map.<String, Object>of(
                                "start",
                                clinic.at("11:00").toString(),
                                "practitionerId",
                                other,
                                "service",
                                "follow-up")
                        .entrySet()) {
            book(wrong.getKey(), wrong.getValue())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("hold-elsewhere"));
        }
        assertThat(booked()).isZero();
    }

    @Test
    void theHeldTimeNamedAgainIsBooked() {
        book("start", clinic.at("10:00").toString()).then().statusCode(201);

        assertThat(booked()).isEqualTo(1);
    }

    @Test
    void onceBookedAnotherTimeIsStillRefused() {
        book("start", clinic.at("10:00").toString()).then().statusCode(201);

        book("start", clinic.at("11:00").toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("booked-already"));
        assertThat(booked()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNamedBesideAHoldToo() {
        for (String field : new String[] {"start", "practitionerId", "service"}) {
            book(field, "nonsense").then().statusCode(400).body("errors.field", hasItem(field));
        }
        assertThat(booked()).isZero();
    }

    private Response book(String field, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("holdId", hold.toString());
        body.put(
                "contact",
                Map.of(
                        "name", "Demo Ada",
                        "phone", "312 555 0142",
                        "email", "demo.ada@example.org"));
        body.put("stage", "neither");
        body.put("reason", "Upper back");
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (RedFlag flag : RedFlag.values()) {
            answers.put(flag.code(), false);
        }
        body.put("redFlags", answers);
        body.put(field, value);
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments");
    }

    private long booked() {
        return appointments.onDay(clinic.day(), clinic.practitioner().id()).stream()
                .filter(a -> a.status().code().equals("booked"))
                .count();
    }
}
