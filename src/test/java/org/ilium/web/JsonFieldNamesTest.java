package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

/** Errors name a field as it stands in the JSON body, however deep. */
@QuarkusTest
class JsonFieldNamesTest {

    @Test
    void aContactsFieldsStandUnderContact() {
        assertThat(wrong("/api/v1/appointments", Map.of("contact", Map.of("email", "no"))))
                .contains("contact.name", "contact.phone", "contact.email")
                .doesNotContain("name", "phone", "email");
    }

    @Test
    void factsStandUnderFacts() {
        Map<String, Object> facts =
                Map.of(
                        "stage",
                        "none",
                        "birthMode",
                        "none",
                        "conditions",
                        List.of("none"),
                        "prescreen",
                        Map.of("form", "x", "date", "2026-01-01", "outcome", "x"));

        assertThat(screened(facts))
                .containsExactlyInAnyOrder(
                        "facts.stage",
                        "facts.birthMode",
                        "facts.conditions",
                        "facts.prescreen.form",
                        "facts.prescreen.outcome");
    }

    @Test
    void whatAConstraintRefusesIsNamedByItsPath() {
        assertThat(screened(Map.of("stage", " ", "plurality", 9, "prescreen", Map.of())))
                .containsExactlyInAnyOrder(
                        "facts.stage",
                        "facts.plurality",
                        "facts.prescreen.form",
                        "facts.prescreen.date",
                        "facts.prescreen.outcome");
    }

    @Test
    void whatCannotBeReadIsNamedByItsPath() {
        assertThat(screened(Map.of("stage", "pregnant", "dueDate", "soon")))
                .containsExactly("facts.dueDate");
    }

    @Test
    void aScreeningsFieldsStandUnderScreening() {
        String path = "/api/v1/patients/" + UUID.randomUUID() + "/episode";
        Map<String, Object> episode =
                Map.of("stage", "pregnant", "screening", Map.of("form", "x", "outcome", "x"));

        List<String> fields =
                SignedIn.as(Roles.THERAPIST)
                        .contentType(ContentType.JSON)
                        .header("If-None-Match", "*")
                        .body(episode)
                        .put(path)
                        .jsonPath()
                        .getList("errors.field");

        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "screening.form", "screening.outcome", "screening.takenOn");
    }

    private static List<String> screened(Map<String, Object> facts) {
        return wrong(
                        "/api/v1/screenings",
                        Map.of("facts", facts, "exercises", List.of("bird-dog-nobody-has")),
                        Roles.THERAPIST)
                .stream()
                .filter(field -> !field.equals("exercises"))
                .toList();
    }

    private static List<String> wrong(String path, Map<String, Object> body) {
        return wrong(path, body, Roles.FRONT_DESK);
    }

    private static List<String> wrong(String path, Map<String, Object> body, String role) {
        return SignedIn.as(role)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getList("errors.field");
    }
}
