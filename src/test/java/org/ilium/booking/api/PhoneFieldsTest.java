package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for a phone number takes it, and refuses it, as every other place does. */
@QuarkusTest
class PhoneFieldsTest {

    @Inject Patients patients;

    private ClinicFixture clinic;
    private final String phone = UnusedPhones.next();
    private final String family =
            UUID.randomUUID()
                    .toString()
                    .replace("-", "")
                    .chars()
                    .limit(12)
                    .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 16))))
                    .collect(Collectors.joining());

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "001 %s",
                "00 1 %s",
                "011 1 %s",
                "+1 %s",
                "+1(%s)",
                "1-%s",
                "%s",
                "%s ext. 5",
                "%s x5",
                "%s extension 5",
                "001 %s ext 5",
                "%s #5",
                "+1%s;ext=5"
            })
    void aNumberIsTakenHoweverItIsDialled(String spelling) {
        String typed = spelling.formatted(phone.substring(2));
        String stored = spelling.contains("5") ? phone + ";ext=5" : phone;

        registered(typed, "Api").then().statusCode(201).body("phone", equalTo(stored));
        form("/patients/new", typed, "Form").then().statusCode(303);
        form("/desk/callers/new", typed, "Desk").then().statusCode(303);

        assertThat(patients.search(family))
                .extracting(PatientInfo::phone)
                .containsExactly(stored, stored, stored);
        booked(typed).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0044 20 7946 0960", "011 44 20 7946 0960", "+44 20 7946 0960"})
    void aNumberFromAbroadIsTakenEverywhere(String typed) {
        registered(typed, "Api").then().statusCode(201).body("phone", equalTo("+442079460960"));
        form("/patients/new", typed, "Form").then().statusCode(303);
        form("/desk/callers/new", typed, "Desk").then().statusCode(303);

        assertThat(patients.search(family))
                .hasSize(3)
                .allMatch(patient -> patient.phone().equals("+442079460960"));
        booked(typed).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "0044", "00 999 20 7946", "555 ext. 5"})
    void whatNobodyCanDialIsRefusedEverywhere(String typed) {
        registered(typed, "Api").then().statusCode(400).body("errors.field", hasItem("phone"));
        form("/patients/new", typed, "Form").then().statusCode(400).body(containsString("phone"));
        form("/desk/callers/new", typed, "Desk")
                .then()
                .statusCode(400)
                .body(containsString("phone"));
        booked(typed).then().statusCode(400).body("errors.field", hasItem("contact.phone"));

        assertThat(patients.search(family)).isEmpty();
    }

    private Response registered(String typed, String given) {
        return SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "givenName", given,
                                "familyName", family,
                                "phone", typed,
                                "confirmedNotDuplicate", true))
                .post("/api/v1/patients");
    }

    private Response form(String path, String typed, String given) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .redirects()
                .follow(false)
                .formParam("key", UUID.randomUUID().toString())
                .formParam("givenName", given)
                .formParam("familyName", family)
                .formParam("phone", typed)
                .formParam("confirmed", "true")
                .post(path);
    }

    private Response booked(String typed) {
        Map<String, Object> body = new HashMap<>();
        body.put("service", "phone-consult");
        body.put("practitionerId", clinic.practitioner().id());
        body.put("start", clinic.at("10:00").toString());
        body.put(
                "contact",
                Map.of("name", "Demo Ada", "phone", typed, "email", "demo.ada@example.org"));
        body.put("stage", "pregnant");
        body.put("weeks", 21);
        body.put("reason", "Upper back");
        body.put(
                "redFlags",
                Arrays.stream(RedFlag.values())
                        .collect(Collectors.toMap(RedFlag::code, flag -> false)));
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments");
    }
}
