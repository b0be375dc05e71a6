package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.fixture.AtOnce;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.ilium.patients.Registration;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.ilium.patients.Registration.Registered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person gets one chart, however many register her at once or how often a form is sent. */
@QuarkusTest
class RegisteredOnceTest {

    private static final int AT_ONCE = 8;

    @Inject Patients patients;

    private final String name = SomePatient.name();
    private final String phone = SomePatient.phone();
    private final String key = UUID.randomUUID().toString();
    private OpenedSession desk;

    @BeforeEach
    void openTheClinic() {
        ClinicFixture.open();
        SignedIn.inThisTest(Roles.FRONT_DESK);
        desk = SignedIn.session(Roles.FRONT_DESK);
    }

    @Test
    void ofManyAtOnceOneIsRegisteredAndTheOthersAreTold() throws Exception {
        List<Callable<Registration>> attempts = new ArrayList<>();
        // others were born on that day too, and a first name besides would tell of them
        String given = SomePatient.name();
        for (int i = 0; i < AT_ONCE; i++) {
            // a phone alone, or a birth date and a name that is spelt a little otherwise, tell her
            PatientEntry entry =
                    i % 2 == 0
                            ? PatientEntry.of(given, name, SomePatient.BORN, phone, null)
                            : PatientEntry.of(given, name + "e", SomePatient.BORN, null, null);
            attempts.add(() -> patients.register(entry, false));
        }

        List<Registration> outcomes = AtOnce.all(attempts);

        assertThat(outcomes).filteredOn(Registered.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(LikelyDuplicates.class::isInstance).hasSize(AT_ONCE - 1);
        assertThat(patients.search(name)).hasSize(1);
    }

    @Test
    void aFormSentAgainRegistersOnce() throws Exception {
        SomePatient.registered(name, phone);
        Callable<String> anyway =
                () ->
                        form(name, key)
                                .formParam("confirmed", "true")
                                .post("/patients/new")
                                .header("Location");

        List<String> places = AtOnce.all(List.of(anyway, anyway, anyway));

        assertThat(places).doesNotContainNull();
        assertThat(places.stream().distinct()).hasSize(1);
        assertThat(patients.search(name)).hasSize(2);
    }

    @Test
    void aFormGoneBackToForSomebodyElseRegistersHerToo() {
        String first = form(name, key).post("/patients/new").header("Location");
        String other = SomePatient.name();

        String second =
                form(other, key)
                        .formParam("confirmed", "true")
                        .post("/patients/new")
                        .header("Location");

        assertThat(second).isNotEqualTo(first);
        assertThat(patients.search(other)).hasSize(1);
    }

    @Test
    void theDesksFormSentAgainRegistersOnce() {
        SomePatient.registered(name, phone);
        Callable<Response> anyway =
                () -> form(name, key).formParam("confirmed", "true").post("/desk/callers/new");

        List<Integer> answers = List.of(status(anyway), status(anyway));

        assertThat(answers).containsExactly(303, 303);
        assertThat(patients.search(name)).hasSize(2);
    }

    @Test
    void everyNewFormHasAKeyOfItsOwn() {
        assertThat(keyOf("/patients/new")).isNotEqualTo(keyOf("/patients/new")).hasSize(36);
    }

    @Test
    void aRequestSentAgainWithItsKeyRegistersOnce() {
        Response first =
                json().header("Idempotency-Key", key).body(body(name)).post("/api/v1/patients");
        Response again =
                json().header("Idempotency-Key", key).body(body(name)).post("/api/v1/patients");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        json().header("Idempotency-Key", key)
                .body(body(SomePatient.name()))
                .post("/api/v1/patients")
                .then()
                .statusCode(422)
                .body("code", equalTo("key-reused"));
        json().header("Idempotency-Key", "k".repeat(256))
                .body(body(name))
                .post("/api/v1/patients")
                .then()
                .statusCode(400)
                .body("errors.field", contains("Idempotency-Key"));
    }

    @Test
    void aKeySentAgainWithAnotherChoiceOfPlanDeliveryIsReused() {
        Map<String, Object> onPaper = body(name);
        onPaper.put("planDelivery", "print-only");
        String first =
                json().header("Idempotency-Key", key)
                        .body(onPaper)
                        .post("/api/v1/patients")
                        .header("Location");

        json().header("Idempotency-Key", key)
                .body(onPaper)
                .post("/api/v1/patients")
                .then()
                .statusCode(201)
                .header("Location", first)
                .body("planDelivery", equalTo("print-only"));
        json().header("Idempotency-Key", key)
                .body(body(name))
                .post("/api/v1/patients")
                .then()
                .statusCode(422)
                .body("code", equalTo("key-reused"));
    }

    private String keyOf(String page) {
        return SignedIn.withSession(desk.token())
                .get(page)
                .htmlPath()
                .getString("**.find { it.@name == 'key' }.@value");
    }

    private Map<String, Object> body(String familyName) {
        Map<String, Object> body = new HashMap<>();
        body.put("givenName", "Demo");
        body.put("familyName", familyName);
        body.put("phone", phone);
        return body;
    }

    private RequestSpecification json() {
        return SignedIn.withSession(desk.token()).contentType(ContentType.JSON);
    }

    private RequestSpecification form(String familyName, String formKey) {
        return SignedIn.form(SignedIn.withSession(desk.token()))
                .redirects()
                .follow(false)
                .formParam("key", formKey)
                .formParam("givenName", "Demo")
                .formParam("familyName", familyName)
                .formParam("phone", phone);
    }

    private static int status(Callable<Response> request) {
        try {
            return request.call().statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
