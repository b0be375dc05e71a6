package org.ilium.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.web.ModulePages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FormTokensTest {

    @Inject ModulePages pages;

    private static final String WORDS = "Nothing was saved. Open it again and press once more.";

    /** Signing out leads nowhere back. */
    private static final Set<String> WITHOUT_PAGE =
            Set.of("/sign-out", "/pain-alerts/{id}/handled");

    @Test
    void withItsTokenAFormOrAPartOfAPageIsTaken() {
        SignedIn.form(given()).post("/sign-out").then().statusCode(303);

        String token = SignedIn.csrfToken();
        given().redirects()
                .follow(false)
                .cookie(SignedIn.CSRF_COOKIE, token)
                .header("X-CSRF-TOKEN", token)
                .contentType(ContentType.URLENC)
                .post("/sign-out")
                .then()
                .statusCode(303);
    }

    static List<Route> everyForm() {
        return Route.declared().stream().filter(r -> r.hasBody() && !r.isApi()).toList();
    }

    /** What a form of another site can send, and what a program can. */
    @ParameterizedTest
    @MethodSource("everyForm")
    void noOtherKindOfBodyGetsRoundTheToken(Route route) {
        String path = route.example();

        for (String type :
                List.of("text/plain", "application/json", "APPLICATION/X-WWW-FORM-URLENCODED")) {
            Response answer = as(route).header("Content-Type", type).body("{}").post(path);
            assertThat(answer.statusCode()).as(type).isIn(400, 415);
        }
        assertRefused(as(route).noContentType().post(path));
        assertRefused(as(route).post(path));
        assertRefused(as(route).contentType("text/plain").body("csrf-token=x").post(path));
        assertRefused(as(route).contentType("text/plain").post(path));
        as(route).multiPart("reason", "x").post(path).then().statusCode(415);
        assertRefused(as(route).contentType(ContentType.URLENC).post(path));
    }

    private static void assertRefused(Response answer) {
        answer.then()
                .statusCode(400)
                .contentType(startsWith("text/html"))
                .body(containsString("This page was open for too long"))
                .body(containsString(WORDS));
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void theWayBackIsAPageThatIsThere(Route route) {
        String back = pages.formOf(route.example());

        if (WITHOUT_PAGE.contains(route.path())) {
            assertThat(back).isEmpty();
        } else {
            assertThat(Route.declared())
                    .filteredOn(Route::isReading)
                    .anyMatch(page -> back.matches(page.path().replaceAll("\\{[^}]+}", "[^/]+")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/p/x", "/", "/pages", "/bookings", "/p/", "/nowhere"})
    void anotherPathHasNoWayBack(String path) {
        assertThat(pages.formOf(path)).isEmpty();
    }

    @Test
    void aPlanLeftOpenForTooLongSaysSoAndLeadsBack() {
        given().contentType(ContentType.URLENC)
                .formParam(SignedIn.CSRF_COOKIE, SignedIn.csrfToken())
                .post("/p/some-token/done")
                .then()
                .statusCode(400)
                .body(containsString("<h1>This page was open for too long</h1>"))
                .body(containsString(WORDS))
                .body(containsString("href=\"/p/some-token\""))
                .body(not(containsString("<form")));
    }

    @Test
    void aPageOfTheDeskLeadsBackToItself() {
        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.URLENC)
                .cookie(SignedIn.CSRF_COOKIE, SignedIn.csrfToken())
                .formParam(SignedIn.CSRF_COOKIE, SignedIn.csrfToken())
                .post("/messages/" + UUID.randomUUID() + "/told")
                .then()
                .statusCode(400)
                .body(containsString(WORDS))
                .body(containsString("href=\"/messages\""));
    }

    @Test
    void aPartOfAPageSaysTheSameInAFragment() {
        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.URLENC)
                .header("HX-Request", "true")
                .header("X-CSRF-TOKEN", SignedIn.csrfToken())
                .post("/desk/callers")
                .then()
                .statusCode(400)
                .body(containsString(WORDS))
                .body(containsString("<a href=\"\">Open the page again</a>"))
                .body(not(containsString("<html")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "%%%", ""})
    void aBrokenCookieClosesNoPage(String cookie) {
        String fresh =
                given().header("Cookie", SignedIn.CSRF_COOKIE + "=" + cookie)
                        .get("/sign-in")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie(SignedIn.CSRF_COOKIE);

        assertThat(fresh).hasSize(22);
    }

    @Test
    void aPageThatIsOpenedAgainKeepsItsTokenForAnotherMonth() {
        String token = SignedIn.csrfToken();

        Response again = given().cookie(SignedIn.CSRF_COOKIE, token).get("/sign-in");

        assertThat(again.cookie(SignedIn.CSRF_COOKIE)).isEqualTo(token);
        assertThat(again.detailedCookie(SignedIn.CSRF_COOKIE).getMaxAge()).isEqualTo(30 * 86_400);
    }

    @Test
    void aFormSentToTheApiIsTheWrongKindOfContent() {
        SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.URLENC)
                .formParam("name", "Demo Ada")
                .post("/api/v1/appointments/" + UUID.randomUUID() + "/arrive")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("wrong-type"));
    }

    private static RequestSpecification as(Route route) {
        String caller = route.allows(Roles.FRONT_DESK) ? Roles.FRONT_DESK : Roles.THERAPIST;
        return SignedIn.as(route.allows(caller) ? caller : Roles.ADMINISTRATOR);
    }
}
