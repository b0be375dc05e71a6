package org.ilium.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API's description promises of edits that come too late, and of its words. */
@QuarkusTest
class ApiDescriptionTest {

    private Map<String, Map<String, Object>> paths;
    private Map<String, Object> schemas;

    @BeforeEach
    void read() {
        var described = given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath();
        paths = described.getMap("paths");
        schemas = described.getMap("components.schemas");
    }

    @Test
    void everyEditThatNamesItsVersionIsRefusedInOneWayWhenItComesTooLate() {
        List<String> naming = new ArrayList<>();
        paths.forEach(
                (path, operations) ->
                        operations.forEach(
                                (method, operation) -> {
                                    if (namesItsVersion(operation)) {
                                        naming.add(method + " " + path);
                                        assertThat(conflict(operation))
                                                .as(method + " " + path)
                                                .contains(Problem.STALE);
                                    }
                                }));

        assertThat(naming)
                .contains(
                        "patch /api/v1/patients/{id}",
                        "patch /api/v1/appointments/{id}",
                        "put /api/v1/programs/{id}/draft")
                .hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void aRefusalOfItsOwnWordsKeepsThem() {
        assertThat(responses("put", "/api/v1/patients/{id}/episode").get("403").toString())
                .contains("for-therapists");
        assertThat(responses("get", "/api/v1/patients/{id}/episode").get("403").toString())
                .contains("#/components/responses/NotAllowed");
        assertThat(responses("post", "/api/v1/a/{token}/cancel").get("403").toString())
                .contains("#/components/responses/OtherSite");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> responses(String method, String path) {
        return (Map<String, Object>) ((Map<?, ?>) paths.get(path).get(method)).get("responses");
    }

    @Test
    void noneIsAnsweredWithAFailedPrecondition() {
        assertThat(paths.toString()).doesNotContain("412");
    }

    @Test
    void aDosageIsDescribedOnce() {
        assertThat(schemas.keySet())
                .filteredOn(name -> name.contains("Dosage"))
                .containsExactly("Dosage");
    }

    private static boolean namesItsVersion(Object operation) {
        return operation instanceof Map<?, ?> described
                && String.valueOf(described.get("parameters")).contains("If-Match");
    }

    private static String conflict(Object operation) {
        Object responses = ((Map<?, ?>) operation).get("responses");
        Object conflict = ((Map<?, ?>) responses).get("409");
        return conflict == null ? "" : String.valueOf(((Map<?, ?>) conflict).get("description"));
    }
}
