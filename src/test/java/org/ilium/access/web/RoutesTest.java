package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.access.May;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every route as everybody; what each may do is declared in {@code routes.txt}. */
@QuarkusTest
class RoutesTest {

    @Test
    void everyRouteIsDeclared() {
        Set<String> missing = new TreeSet<>(Route.built());
        missing.removeAll(declaredNames());

        assertThat(missing)
                .as(
                        "Add to src/test/resources/routes.txt, with the action it is"
                                + " (anonymous, or one of those named there):%n%s",
                        missing.stream()
                                .map(name -> name + " : ?")
                                .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void everyDeclaredRouteExistsAndStandsThereOnce() {
        Set<String> left = new TreeSet<>(declaredNames());
        left.removeAll(Route.built());

        assertThat(left)
                .as("Remove from src/test/resources/routes.txt: no resource method has it")
                .isEmpty();
        assertThat(Route.declared().stream().map(Route::name)).doesNotHaveDuplicates();
    }

    @Test
    void everyActionIsAllowedToThoseDeclared() {
        Route.actions()
                .forEach(
                        (action, roles) -> assertThat(May.who(action)).as(action).isEqualTo(roles));
        assertThat(May.with(Set.copyOf(Roles.ALL))).isEqualTo(Route.actions().keySet());
    }

    /** A page and a call of the API that differ in nothing but where they stand are one action. */
    @Test
    void aPageAndTheApiAskTheSameOfWhoeverDoesTheSame() {
        Map<String, Set<String>> actions =
                Route.declared().stream()
                        .filter(route -> !route.allows(Route.ANONYMOUS))
                        .collect(
                                Collectors.groupingBy(
                                        Route::twin,
                                        Collectors.mapping(Route::action, Collectors.toSet())));

        assertThat(actions.values()).allMatch(same -> same.size() == 1);
        assertThat(actions.keySet())
                .contains("write /appointments/{}/cancel", "write /patients/{}/episode");
    }

    /** No route is left to a role: who may do what stands in one table. */
    @Test
    void everyRouteNamesItsAction() {
        Map<String, String> named = Route.named();

        assertThat(named)
                .isEqualTo(
                        Route.declared().stream()
                                .collect(Collectors.toMap(Route::name, Route::annotated)));
    }

    static Stream<Arguments> everyRouteAndCaller() {
        return Route.declared().stream()
                .flatMap(
                        route ->
                                Route.CALLERS.stream()
                                        .map(caller -> Arguments.of(route.name(), route, caller)));
    }

    @ParameterizedTest(name = "{0} as {2}")
    @MethodSource("everyRouteAndCaller")
    void onlyThoseDeclaredMayUseIt(String name, Route route, String caller) {
        Response answer = send(route, as(caller));

        if (route.allows(caller)) {
            assertThat(answer.statusCode()).isNotIn(401, 403).isLessThan(500);
            if (caller.equals(Route.ANONYMOUS) && !route.path().equals("/sign-out")) {
                assertThat(answer.header("Location"))
                        .satisfiesAnyOf(
                                location -> assertThat(location).isNull(),
                                location -> assertThat(location).doesNotContain("/sign-in"));
            }
        } else if (caller.equals(Route.ANONYMOUS)) {
            assertAskedToSignIn(route, answer);
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    private static void assertAskedToSignIn(Route route, Response answer) {
        if (route.isApi()) {
            assertThat(answer.statusCode()).isEqualTo(401);
        } else {
            assertThat(answer.statusCode()).isEqualTo(route.isReading() ? 302 : 303);
            assertThat(answer.header("Location")).contains("/sign-in");
        }
    }

    static List<Route> everyForm() {
        return Route.declared().stream().filter(r -> r.hasBody() && !r.isApi()).toList();
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void aFormWithoutItsTokenIsRefused(Route route) {
        RequestSpecification request = as(oneAllowed(route)).contentType(ContentType.URLENC);

        assertThat(request.post(route.example()).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void aFormWithAnotherOnesTokenIsRefused(Route route) {
        RequestSpecification request =
                as(oneAllowed(route))
                        .contentType(ContentType.URLENC)
                        .cookie(SignedIn.CSRF_COOKIE, SignedIn.csrfToken())
                        .formParam(SignedIn.CSRF_COOKIE, SignedIn.csrfToken());

        assertThat(request.post(route.example()).statusCode()).isEqualTo(400);
    }

    static List<Route> everyJsonBody() {
        return Route.declared().stream().filter(r -> r.hasBody() && r.isApi()).toList();
    }

    /** Another site can make a browser send these kinds without asking us first. */
    @ParameterizedTest
    @MethodSource("everyJsonBody")
    void jsonInDisguiseIsRefused(Route route) {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
            Response answer =
                    as(oneAllowed(route))
                            .header("Content-Type", type)
                            .body("{}")
                            .request(route.method(), route.example());

            assertThat(answer.statusCode()).as(type).isIn(400, 415);
        }
    }

    @ParameterizedTest
    @CsvSource({"/q/openapi,200", "/q/health,200", "/ilium.css,200", "/q/dev-ui,404"})
    void whatIsNoResourceMethodAnswersAsMeant(String path, int status) {
        assertThat(RestAssured.given().get(path).statusCode()).isEqualTo(status);
    }

    private static Set<String> declaredNames() {
        return Route.declared().stream().map(Route::name).collect(Collectors.toSet());
    }

    private static String oneAllowed(Route route) {
        return Route.CALLERS.stream().filter(route::allows).findFirst().orElseThrow();
    }

    private static RequestSpecification as(String caller) {
        return caller.equals(Route.ANONYMOUS)
                ? RestAssured.given().redirects().follow(false)
                : SignedIn.as(caller);
    }

    private static Response send(Route route, RequestSpecification request) {
        if (route.hasBody()) {
            if (route.isApi()) {
                request.contentType(ContentType.JSON).body("{}");
            } else {
                SignedIn.form(request);
            }
        }
        return request.request(route.method(), route.example());
    }
}
