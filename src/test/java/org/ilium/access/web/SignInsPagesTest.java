package org.ilium.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ilium.access.Caller;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffSessions;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

/** Reading what happened to accounts, and ending sessions, on pages and through the API. */
@QuarkusTest
class SignInsPagesTest {

    private static final Caller PHONE = new Caller("203.0.113.9", "Safari on iPhone", null);

    @Inject StaffSessions sessions;
    @Inject EntityManager database;

    private final OpenedSession here = SignedIn.session(Roles.FRONT_DESK);
    private final Staff ada = here.staff();

    @Test
    void sheSeesHerOwnSessionsAndNobodyElses() {
        sessions.open(ada.id(), PHONE);
        sessions.open(SignedIn.account(Roles.FRONT_DESK).id(), other("Opera on Mac"));

        here().get("/settings/sign-ins")
                .then()
                .statusCode(200)
                .body(containsString("Safari on iPhone"), containsString("203.0.113.9"))
                .body(containsString("this one"))
                .body(not(containsString("Opera on Mac")));
        assertThat(audited("read", "sign-ins", ada.id())).isEqualTo(1);
    }

    @Test
    void sheEndsOneOfHersAndNoOneElses() {
        OpenedSession phone = sessions.open(ada.id(), PHONE);
        OpenedSession foreign = SignedIn.session(Roles.THERAPIST);

        press("/settings/sign-ins/" + id(foreign) + "/end").statusCode(404);
        press("/settings/sign-ins/" + id(phone) + "/end").statusCode(303);

        assertThat(sessions.find(phone.token())).isEmpty();
        assertThat(sessions.find(foreign.token())).isPresent();
        assertThat(sessions.find(here.token())).isPresent();
    }

    @Test
    void sheEndsAllOthersAndStays() {
        OpenedSession phone = sessions.open(ada.id(), PHONE);

        press("/settings/sign-ins/end-others").statusCode(303);

        assertThat(sessions.find(phone.token())).isEmpty();
        assertThat(sessions.find(here.token())).isPresent();
    }

    @Test
    void anAdministratorEndsAnybodysAndItStandsInTheTrail() {
        String page = "/settings/staff/sign-ins/" + ada.id() + "/";
        SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR))
                .post(page + id(here) + "/end")
                .then()
                .statusCode(303);

        assertThat(sessions.find(here.token())).isEmpty();
        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/settings/staff/sign-ins?account=" + ada.id())
                .then()
                .body(containsString("Signed out at one browser"))
                .body(containsString("signed in nowhere"));
        SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR))
                .post("/settings/staff/sign-ins/" + UUID.randomUUID() + "/end")
                .then()
                .statusCode(404);
    }

    @Test
    void theTrailIsReadPageByPageAndOfOneAccountAlone() {
        for (int i = 0; i < 60; i++) {
            sessions.end(sessions.open(ada.id()).token(), other("Browser " + i + "."));
        }
        String address = "/settings/staff/sign-ins?account=" + ada.id();

        String first = SignedIn.as(Roles.ADMINISTRATOR).get(address).asString();
        Matcher older = Pattern.compile("href=\"([^\"]*before=[^\"]*)\"").matcher(first);
        assertThat(older.find()).isTrue();
        String second =
                SignedIn.as(Roles.ADMINISTRATOR)
                        .get(older.group(1).replace("&amp;", "&"))
                        .asString();

        assertThat(first).contains("Browser 59.", "Browser 10.").doesNotContain("Browser 9.");
        assertThat(second)
                .contains("Browser 9.", "Browser 0.", "Account made")
                .doesNotContain("Browser 10.", "before=");
    }

    @Test
    void theApiListsAndEndsAlike() {
        OpenedSession phone = sessions.open(ada.id(), PHONE);
        OpenedSession laptop = sessions.open(ada.id(), other("Edge on Windows"));
        OpenedSession foreign = SignedIn.session(Roles.THERAPIST);
        RequestSpecification program = given().header("Authorization", "Bearer " + here.token());

        given().spec(program)
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .body("sessions", hasSize(3))
                .body("sessions.findAll { it.current }", hasSize(1))
                .body(
                        "sessions.find { !it.current && it.network != '' }.browser",
                        org.hamcrest.Matchers.in(List.of("Safari on iPhone", "Edge on Windows")));
        given().spec(program)
                .get("/api/v1/sessions?account=" + foreign.staff().id())
                .then()
                .statusCode(404);
        given().spec(program).delete("/api/v1/sessions/" + id(foreign)).then().statusCode(404);
        given().spec(program).delete("/api/v1/sessions/" + id(phone)).then().statusCode(204);
        assertThat(sessions.find(phone.token())).isEmpty();
        assertThat(sessions.find(laptop.token())).isPresent();

        given().spec(program).delete("/api/v1/sessions").then().statusCode(204);

        assertThat(sessions.find(laptop.token())).isEmpty();
        assertThat(sessions.find(here.token())).isPresent();
        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/api/v1/sessions?account=" + ada.id())
                .then()
                .statusCode(200)
                .body("sessions", hasSize(1))
                .body("sessions[0].current", equalTo(false));
        SignedIn.as(Roles.ADMINISTRATOR)
                .delete("/api/v1/sessions/" + id(here))
                .then()
                .statusCode(204);
        assertThat(sessions.find(here.token())).isEmpty();
    }

    @Test
    void browsersAreNamedByFamilyAndSystem() {
        assertThat(
                        List.of(
                                BrowserName.of(
                                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
                                                + " (KHTML, like Gecko) Chrome/131.0.0.0"
                                                + " Safari/537.36 Edg/131.0.0.0"),
                                BrowserName.of(
                                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)"
                                                + " AppleWebKit/605.1.15 (KHTML, like Gecko)"
                                                + " Version/18.1 Mobile/15E148 Safari/604.1"),
                                BrowserName.of(
                                        "Mozilla/5.0 (X11; Linux x86_64; rv:133.0)"
                                                + " Gecko/20100101 Firefox/133.0"),
                                BrowserName.of("curl/8.5.0"),
                                BrowserName.of("Mozilla/5.0 <script>")))
                .containsExactly(
                        "Edge on Windows",
                        "Safari on iPhone",
                        "Firefox on Linux",
                        "A program",
                        "Another browser");
        assertThat(BrowserName.of(null)).isEqualTo("A program");
    }

    private RequestSpecification here() {
        return SignedIn.withSession(here.token());
    }

    private ValidatableResponse press(String path) {
        return SignedIn.form(here()).post(path).then();
    }

    private UUID id(OpenedSession opened) {
        return sessions.openOf(opened.staff().id(), opened.token()).stream()
                .filter(org.ilium.access.OpenSession::current)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Caller other(String browser) {
        return new Caller("198.18.0.1", browser, null);
    }

    private long audited(String action, String entity, UUID id) {
        return (long)
                database.createNativeQuery(
                                "select count(*) from audit_entry where action = ?1 and entity = ?2"
                                        + " and entity_id = ?3")
                        .setParameter(1, action)
                        .setParameter(2, entity)
                        .setParameter(3, id)
                        .getSingleResult();
    }
}
