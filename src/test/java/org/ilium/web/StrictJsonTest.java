package org.ilium.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} {\"weeks\": 20}", "{\"weeks\": 20} []", "{} 1", "{} x"})
    void whatFollowsTheDocumentIsRefused(String body) {
        post("/api/v1/appointments", body).body("code", equalTo("unreadable"));
    }

    @Test
    void asMuchIsSaid() {
        post("/api/v1/appointments", "{}{}")
                .body("detail", equalTo("Something follows the JSON document. Send only one."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"false\"", "\"\"", "0", "1", "0.0", "[]", "{}", "\"no\""})
    void nothingButTrueAndFalseAnswersAQuestion(String answer) {
        post("/api/v1/appointments", "{\"redFlags\":{\"harm\":" + answer + "}}")
                .statusCode(400)
                .body("errors.field", hasItem(containsString("harm")));
        post("/api/v1/appointments", "{\"overlap\":" + answer + "}")
                .statusCode(400)
                .body("errors.field", hasItem("overlap"));
    }

    @Test
    void anAnswerToNoQuestionOfOursIsNotPassedOver() {
        post("/api/v1/appointments", "{\"redFlags\":{\"HARM\":true}}")
                .statusCode(400)
                .body("errors.field", hasItem("redFlags"))
                .body(not(containsString("HARM")));
    }

    @Test
    void aNameGivenTwiceIsRefusedByName() {
        post(
                        "/api/v1/appointments",
                        "{\"start\":\"2030-01-07T09:00\",\"start\":\"2030-01-07T10:00\"}")
                .body("errors.field", hasItem("start"))
                .body("errors.message", hasItem("is given twice"))
                .body(not(containsString("2030")));
    }

    @Test
    void withinAnotherObjectToo() {
        post("/api/v1/appointments", "{\"contact\":{\"name\":\"Demo Ada\",\"name\":\"Demo Bo\"}}")
                .body("errors.field", hasItem("name"))
                .body(not(containsString("Demo")));
    }

    @Test
    void aPatchAndASearchAreReadAsStrictly() {
        String body = "{\"name\":\"Demo Ada\",\"name\":\"Demo Bo\"}";
        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/api/v1/patients/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("name"));
        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .body("{\"q\":\"Ada\"}{}")
                .post("/api/v1/patients/searches")
                .then()
                .statusCode(400)
                .body("code", equalTo("unreadable"));
    }

    @Test
    void aNameThatIsMisspeltIsRefusedByName() {
        post("/api/v1/appointments", "{\"contact\":{\"phoneNumber\":\"+13125550177\"}}")
                .body("errors.field", hasItem("contact.phoneNumber"))
                .body("errors.message", hasItem("is not a field of this"))
                .body(not(containsString("312")));
        post("/api/v1/appointments", "{\"bleeds since May\":1}")
                .body("code", equalTo("unreadable"))
                .body(not(containsString("bleeds")));
        SignedIn.as(Roles.THERAPIST)
                .contentType(ContentType.JSON)
                .body("{\"exercises\":[],\"date\":\"2030-01-07\",\"dueDte\":\"2030-03-07\"}")
                .post("/api/v1/screenings")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("dueDte"));
    }

    @Test
    void aNameThatIsNoFieldsIsNotRepeated() {
        post("/api/v1/appointments", "{\"bleeds since May\":1,\"bleeds since May\":2}")
                .body("detail", not(containsString("bleeds")))
                .body("errors.field", not(hasItem("bleeds since May")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "20.7", "20.0", "-99999999999", "1e400"})
    void whatIsNoWholeNumberNamesItsField(String weeks) {
        post("/api/v1/appointments", "{\"weeks\":" + weeks + "}")
                .contentType("application/problem+json")
                .body("errors.field", hasItem("weeks"))
                .body("errors.message", hasItem("is not a whole number we can use"))
                .body(not(containsString(weeks)));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/reviews, limit, abc",
        "/api/v1/reviews, limit, 1.5",
        "/api/v1/reviews, limit, 99999999999",
        "/api/v1/reviews, after, abc",
        "/api/v1/reviews/queue, limit, abc",
        "/api/v1/appointments, limit, abc",
    })
    void aQueryParameterOfAnotherKindIsNamed(String path, String name, String value) {
        SignedIn.as(Roles.FRONT_DESK)
                .queryParam(name, value)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(name))
                .body("errors", not(empty()));
    }

    @Test
    void aPathThatLeadsNowhereIsStillNotFound() {
        SignedIn.as(Roles.THERAPIST).get("/api/v1/programs/abc").then().statusCode(404);
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(400);
    }
}
