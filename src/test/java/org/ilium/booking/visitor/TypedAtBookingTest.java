package org.ilium.booking.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.api.RedFlag;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor types, by page and by program: one rule for both. */
@QuarkusTest
class TypedAtBookingTest {

    @Inject Appointments appointments;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200B", "\\u00A0", "\\u200D\\u2060", "\\u202E", "\\u3164"})
    void aNameThatShowsNothingIsNone(String name) {
        book(unescaped(name), "Upper back")
                .then()
                .statusCode(400)
                .body(containsString("Please tell us your name."));
        program(name, "Upper back")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("contact.name"));
        assertThat(booked()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Demo\\u2028Ada", "Demo\\nAda"})
    void aNameStaysOnOneLine(String name) {
        book(unescaped(name), "Upper back")
                .then()
                .statusCode(400)
                .body(containsString("on one line"));
        program(name, "Upper back")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("contact.name"));
        assertThat(booked()).isNull();
    }

    @Test
    void halfACharacterIsRefusedWhereItStands() {
        program("Demo\\ud800", "Upper back").then().body("errors.field", hasItem("contact.name"));
        program("Demo Ada", "Upper\\ud800back").then().body("errors.field", hasItem("reason"));

        assertThat(booked()).isNull();
    }

    @Test
    void unseenCharactersFallAwayFromAName() {
        book("\u202EDemo\u00A0O\u2019Ad\u00E1\u200B", "Upper back").then().statusCode(303);

        assertThat(booked().info().contactName()).isEqualTo("Demo O\u2019Ad\u00E1");
    }

    @Test
    void aLineEndCountsOnceAsTheBrowserCountsIt() {
        String lines = "a".repeat(99) + "\r\n";
        String fits = lines.repeat(9) + "a".repeat(100);

        book("Demo Ada", fits).then().statusCode(303);

        assertThat(booked().reason().reason()).hasSize(1000).doesNotContain("\r");
    }

    private Response book(String name, String reason) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("service", "phone-consult");
        for (RedFlag flag : RedFlag.values()) {
            form.put(flag.field(), "no");
        }
        form.put("hold", UUID.randomUUID().toString());
        form.put("slot", clinic.practitioner().id() + "~" + clinic.at("10:00"));
        form.put("name", name);
        form.put("phone", "(312) 555-0142");
        form.put("email", "demo.ada@example.org");
        form.put("stage", "neither");
        form.put("reason", reason);
        form().formParams(form).post("/book/hold");
        return form().formParams(form).post("/book");
    }

    /** As browsers send it. */
    private static RequestSpecification form() {
        return SignedIn.form(RestAssured.given())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** As JSON text, which can say what no form can send. */
    private Response program(String name, String reason) {
        StringBuilder flags = new StringBuilder();
        for (RedFlag flag : RedFlag.values()) {
            flags.append(flags.isEmpty() ? "" : ",").append('"').append(flag.code());
            flags.append("\":false");
        }
        return RestAssured.given()
                .contentType("application/json")
                .body(
                        """
                        {"service": "phone-consult", "practitionerId": "%s", "start": "%s",
                         "contact": {"name": "%s", "phone": "312 555 0142",
                                     "email": "demo.ada@example.org"},
                         "stage": "neither", "reason": "%s", "redFlags": {%s}}
                        """
                                .formatted(
                                        clinic.practitioner().id(),
                                        clinic.at("14:00"),
                                        name,
                                        reason,
                                        flags))
                .post("/api/v1/appointments");
    }

    private static String unescaped(String json) {
        try {
            return new ObjectMapper().readValue('"' + json + '"', String.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private AppointmentDetails booked() {
        return appointments.onDay(clinic.day(), clinic.practitioner().id()).stream()
                .filter(a -> a.status().code().equals("booked"))
                .findFirst()
                .orElse(null);
    }
}
