package org.ilium.patients.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.PatientInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk is told how many were found, and when there are more than it is shown. */
@QuarkusTest
class FoundCountTest {

    private final String name = SomePatient.name();

    @BeforeEach
    void openTheClinic() {
        ClinicFixture.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/patients", "/desk/callers"})
    void oneIsOneAndTenAreTenUntilThereAreMore(String page) {
        register(1);
        search(page).body(containsString("1 patient found."));

        register(9);
        search(page).body(containsString("10 patients found."));

        register(1);
        search(page).body(containsString("First 10 of more. Type more letters."));
    }

    @Test
    void theApiSaysWhetherMoreMatch() {
        register(10);
        api().body("patients", hasSize(10)).body("more", equalTo(false));

        register(1);
        api().body("patients", hasSize(10)).body("more", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/patients", "/desk/callers"})
    void aNameWithTwoLettersSwappedIsFoundOnThePage(String page) {
        PatientInfo bea = SomePatient.registered("Birch" + name, SomePatient.phone());
        String typed = "Brich" + name;

        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .formParam("q", typed)
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString(bea.id().toString()))
                .body(containsString("1 patient found."));
    }

    private void register(int many) {
        for (int i = 0; i < many; i++) {
            SomePatient.registered(name, SomePatient.phone());
        }
    }

    private ValidatableResponse search(String page) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .formParam("q", name)
                .post(page)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse api() {
        return SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(Map.of("q", name))
                .post("/api/v1/patients/searches")
                .then()
                .statusCode(200);
    }
}
