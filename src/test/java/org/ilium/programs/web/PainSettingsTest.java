package org.ilium.programs.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PainSettingsTest {

    @Inject EntityManager database;

    @AfterEach
    void backToTheDefaults() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from pain_limits").executeUpdate());
    }

    @Test
    void theDefaultsStandUntilTheClinicSetsItsOwnAndAStaleEditIsShown() {
        read().body("high", equalTo(7), "rise", equalTo(3), "version", nullValue());
        page().body(containsString("Default 7."), containsString("value=\"7\""));

        form("8", "4", "").statusCode(303);
        read().body("high", equalTo(8), "rise", equalTo(4), "version", equalTo(0));

        form("5", "4", "").statusCode(409).body(containsString("Somebody changed this"));
        put("{\"high\":6,\"rise\":2,\"version\":0}").statusCode(200);
        put("{\"high\":6,\"rise\":2,\"version\":0}").statusCode(409);
        read().body("high", equalTo(6), "rise", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, high",
        "11, 3, high",
        ", 3, high",
        "7, 0, rise",
        "7, 11, rise",
        "7, much, rise"
    })
    void aNumberOutOfRangeIsNamedAndNothingIsKept(String high, String rise, String field) {
        form(high == null ? "" : high, rise, "")
                .statusCode(422)
                .body(containsString("id=\"" + field + "-error\""));

        read().body("high", equalTo(7), "rise", equalTo(3), "version", nullValue());
    }

    @Test
    void onlyTheAdministratorSetsThem() {
        for (String role : new String[] {Roles.FRONT_DESK, Roles.THERAPIST}) {
            SignedIn.as(role).get("/settings/pain").then().statusCode(403);
            SignedIn.as(role)
                    .contentType(ContentType.JSON)
                    .body("{\"high\":6,\"rise\":2}")
                    .put("/api/v1/pain-limits")
                    .then()
                    .statusCode(403);
        }
    }

    private static ValidatableResponse read() {
        return SignedIn.as(Roles.THERAPIST).get("/api/v1/pain-limits").then().statusCode(200);
    }

    private static ValidatableResponse page() {
        return SignedIn.as(Roles.ADMINISTRATOR).get("/settings/pain").then().statusCode(200);
    }

    private static ValidatableResponse put(String body) {
        return SignedIn.as(Roles.ADMINISTRATOR)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/pain-limits")
                .then();
    }

    private static ValidatableResponse form(String high, String rise, String version) {
        return SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR))
                .formParam("high", high)
                .formParam("rise", rise)
                .formParam("version", version)
                .post("/settings/pain")
                .then();
    }
}
