package org.ilium.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The last test makes the first account, so the order matters. */
@QuarkusTest
@TestProfile(OwnSchemaProfile.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstSetupTest {

    @Inject FirstSetup setup;
    @Inject StaffAccounts accounts;
    @Inject StaffRoles roles;
    @Inject EntityManager database;
    @Inject TestClock clock;

    @TestHTTPResource("/")
    URI root;

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    @Order(1)
    void theFirstStartLeavesOneLinkAndNoAccount() {
        Object links =
                database.createNativeQuery(
                                "select count(*) from setup_link where account_id is null")
                        .getSingleResult();

        assertThat(links).isEqualTo(1L);
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    @Order(2)
    void theNextStartPrintsANewLinkAndEndsTheOneBefore() {
        String first = path(setup.newLink().orElseThrow());
        given().get(first).then().statusCode(200).body(containsString("Make the account"));

        String second = path(setup.newLink().orElseThrow());

        given().get(first).then().statusCode(410);
        given().get(second).then().statusCode(200);
    }

    @Test
    @Order(3)
    void theLinkRunsOutAfterADay() {
        String link = path(setup.newLink().orElseThrow());

        clock.advance(Duration.ofHours(24));

        given().get(link).then().statusCode(410);
        complete(link, "admin@staff.example", "a long enough password").then().statusCode(410);
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    @Order(4)
    void wrongInputLeavesTheLinkGoodAndSavesNothing() {
        String link = path(setup.newLink().orElseThrow());

        complete(link, "no address", "a long enough password")
                .then()
                .statusCode(422)
                .body(containsString("email-error"))
                .body(not(containsString("a long enough password")));
        complete(link, "admin@staff.example", "elevenchars")
                .then()
                .statusCode(422)
                .body(containsString("password-error"), containsString("admin@staff.example"));
        complete(link, "admin@staff.example", "x".repeat(73)).then().statusCode(422);
        complete(link, "admin@staff.example", " ".repeat(12)).then().statusCode(422);
        complete(link, "admin@staff.example", "password1234")
                .then()
                .statusCode(422)
                .body(containsString("Many people use this password"));
        complete(link, "magdalena.kowalczyk@staff.example", "Kowalczyk-Magdalena1")
                .then()
                .statusCode(422)
                .body(containsString("little more than your name"));

        assertThat(accounts.all()).isEmpty();
        given().get(link).then().statusCode(200);
    }

    @Test
    @Order(4)
    void everythingWrongIsNamedAtOnceAndWhatWasTickedStaysSo() {
        String link = path(setup.newLink().orElseThrow());

        form(" ", "no address", "short", Roles.THERAPIST)
                .post(link)
                .then()
                .statusCode(422)
                .body(containsString("id=\"name-error\""))
                .body(containsString("id=\"email-error\""))
                .body(containsString("id=\"password-error\""))
                .body(containsString("value=\"therapist\" checked"))
                .body(not(containsString("value=\"front-desk\" checked")));

        assertThat(accounts.all()).isEmpty();
    }

    @Test
    @Order(5)
    void theLinkMakesOneAdministratorWhoIsSignedInAndNoSecond() {
        String link = path(setup.newLink().orElseThrow());

        Response done =
                form("Demo Ada", "Admin@Staff.example", "a long enough password", Roles.THERAPIST)
                        .post(link);

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith("/settings");
        SignedIn.withSession(done.cookie(SignedIn.COOKIE))
                .get("/settings/staff")
                .then()
                .statusCode(200)
                .body(containsString("admin@staff.example"));

        complete(link, "second@staff.example", "a long enough password").then().statusCode(409);
        given().get(link).then().statusCode(410);
        assertThat(setup.newLink()).isEmpty();
        assertThat(accounts.all())
                .singleElement()
                .satisfies(
                        a ->
                                assertThat(a.roles())
                                        .containsExactlyInAnyOrder(
                                                Roles.ADMINISTRATOR, Roles.THERAPIST));
    }

    @Test
    @Order(6)
    void theLastAdministratorsAccountStaysOpen() {
        Staff administrator = accounts.all().get(0);

        AccountOutcome outcome = accounts.deactivate(administrator.id());

        assertThat(outcome)
                .isEqualTo(new AccountOutcome.Refused(AccountRefusal.LAST_ADMINISTRATOR));
        assertThat(accounts.find(administrator.id()).orElseThrow().active()).isTrue();
    }

    @Test
    @Order(7)
    void theLastAdministratorKeepsThatRoleThoughOneWhoCannotSignInYetHasItToo() {
        Staff ada = accounts.all().get(0);
        Set<String> less = Set.of(Roles.THERAPIST);
        SignedIn.account(Roles.ADMINISTRATOR);

        AccountOutcome refused = roles.change(ada.id(), less, ada.version());

        assertThat(refused)
                .isEqualTo(new AccountOutcome.Refused(AccountRefusal.LAST_ADMINISTRATOR_ROLE));
        assertThat(accounts.find(ada.id())).contains(ada);
    }

    @Test
    @Order(4)
    void theSetupPageIsAccessible() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = browser.phone(true);

            page.navigate(path(setup.newLink().orElseThrow()));

            Browser.picture(page, "setup");
            Browser.isAccessible(page);
        }
    }

    private static String path(String link) {
        return URI.create(link).getPath();
    }

    private static Response complete(String link, String email, String password) {
        return form("Demo Ada", email, password).post(link);
    }

    private static RequestSpecification form(
            String name, String email, String password, String... roles) {
        return SignedIn.form(given())
                .formParam("name", name)
                .formParam("email", email)
                .formParam("password", password)
                .formParam("roles", (Object[]) roles);
    }
}
