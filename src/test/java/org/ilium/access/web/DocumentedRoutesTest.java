package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ilium.fixture.ApiDocument;
import org.ilium.fixture.ApiDocument.Operation;
import org.ilium.fixture.DocumentedAnswers;
import org.ilium.fixture.SignedIn;
import org.ilium.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the JSON API stands in its description, with what it answers. */
@QuarkusTest
class DocumentedRoutesTest {

    private static final Map<String, String> TOKENS = new HashMap<>();
    private static final String PROBLEM = "{$ref=#/components/schemas/Problem}";

    @Test
    void theDescriptionHasEveryRouteOfTheApiAndNoPage() {
        assertThat(ApiDocument.read().operations().keySet())
                .containsExactlyInAnyOrderElementsOf(everyRoute().map(Route::name).toList());
    }

    static Stream<Route> everyRoute() {
        return Route.declared().stream().filter(route -> route.path().startsWith("/api/v1/"));
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void itSaysWhatItAnswersWhenAllIsWell(Route route) {
        Operation operation = operation(route);

        List<String> good =
                operation.statuses().stream().filter(status -> status.startsWith("2")).toList();

        assertThat(good).isNotEmpty();
        for (String status : good) {
            if (!status.equals("204")) {
                assertThat(schema(operation, status, "application/json")).isNotEqualTo("{}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void eachRefusalIsAProblem(Route route) {
        Operation operation = operation(route);

        assertThat(operation.statuses()).allMatch(status -> status.matches("2..|4..|503"));
        for (String status : operation.statuses()) {
            if (!status.startsWith("2")) {
                assertThat(schema(operation, status, Problem.MEDIA_TYPE)).isEqualTo(PROBLEM);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void itHasASummaryATagAndItsRoles(Route route) {
        Map<String, Object> described = operation(route).described();

        assertThat(described.get("summary")).asString().isNotBlank();
        assertThat(tagsWithWords()).containsAll((List<?>) (List) described.get("tags"));
        if (route.allows(Route.ANONYMOUS)) {
            assertThat(described.get("security")).isNull();
        } else {
            assertThat(described.get("security").toString())
                    .contains(route.allowed().toArray(String[]::new));
            assertThat(operation(route).statuses()).contains("401", "403");
        }
    }

    /** What {@link DocumentedAnswers} then finds undocumented fails here. */
    @ParameterizedTest
    @MethodSource("everyRoute")
    void whatItReallyAnswersToEveryCallerIsDescribed(Route route) {
        for (String caller : Route.CALLERS) {
            assertThat(send(route, as(caller), ContentType.JSON, "{}")).isLessThan(500);
        }
        if (route.method().equals("DELETE")) {
            TOKENS.clear(); // signing out is one of them
        }
        if (route.hasBody()) {
            String caller = Route.CALLERS.stream().filter(route::allows).findFirst().orElseThrow();
            for (String broken : List.of("", "null", "[]", "{\"x\":")) {
                assertThat(send(route, as(caller), ContentType.JSON, broken)).isLessThan(500);
            }
            assertThat(send(route, as(caller), ContentType.TEXT, "{}")).isLessThan(500);
        }
    }

    @Test
    void anAnswerThatIsNotDescribedIsFound() {
        Operation clinic = ApiDocument.read().operations().get("GET /api/v1/clinic");

        assertThat(clinic.statuses()).containsExactly("200", "503");
        assertThat(ApiDocument.read().reachedBy("GET", "/api/v1/patients/12/episode"))
                .map(Operation::name)
                .contains("GET /api/v1/patients/{id}/episode");
    }

    private static Operation operation(Route route) {
        return ApiDocument.read().operations().get(route.name());
    }

    private static String schema(Operation operation, String status, String type) {
        Object media = operation.content(status).get(type);
        assertThat(media).as(operation.name() + " " + status + " " + type).isNotNull();
        return String.valueOf(((Map<?, ?>) media).get("schema"));
    }

    private static List<Object> tagsWithWords() {
        List<Map<String, Object>> tags = tags();
        return tags.stream()
                .filter(tag -> tag.get("description") != null)
                .map(tag -> tag.get("name"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tags() {
        return (List<Map<String, Object>>) ApiDocument.read().document().get("tags");
    }

    private static RequestSpecification as(String caller) {
        return caller.equals(Route.ANONYMOUS)
                ? RestAssured.given()
                : SignedIn.withSession(
                        TOKENS.computeIfAbsent(caller, role -> SignedIn.session(role).token()));
    }

    private static int send(
            Route route, RequestSpecification request, ContentType type, String body) {
        if (route.hasBody()) {
            request.contentType(type).body(body);
        }
        return request.request(route.method(), route.example()).statusCode();
    }
}
