package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Caller;
import org.ilium.access.Roles;
import org.ilium.access.SignIn;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffSessions;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessScreensTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject StaffAccounts accounts;
    @Inject StaffSessions sessions;
    @Inject SignIn signIn;
    @Inject TestClock clock;

    @TestHTTPResource("/")
    URI root;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(root.toString());
    }

    @AfterEach
    void close() {
        clock.reset();
        browser.close();
    }

    @Test
    void sheSignsInAndOutWithoutScript() {
        String email = UUID.randomUUID() + "@staff.example";
        accounts.createWithPassword(email, "Demo Ada", Set.of(Roles.FRONT_DESK), PASSWORD)
                .orThrow();
        Page page = browser.phone(false);

        page.navigate("/settings/password");
        signIn(page, email, "wrong");
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("do not open");
        signIn(page, email, PASSWORD);

        assertThat(page.url()).endsWith("/settings/password");
        press(page, "Sign out");
        assertThat(page.url()).endsWith("/sign-in");
        page.navigate("/settings/password");
        assertThat(page.url()).contains("/sign-in");
    }

    @Test
    void theSignInPageIsAccessible() {
        Page page = browser.phone(true);
        page.navigate("/sign-in");
        signIn(page, "nobody@staff.example", "wrong");

        Browser.picture(page, "sign-in-refused");
        Browser.isAccessible(page);
    }

    @Test
    void theAdministratorInvitesAColleagueWhoChoosesAPassword() {
        SignedIn.closeEarlierAccounts();
        Page desk = browser.desk();
        desk.context()
                .addCookies(
                        List.of(
                                new Cookie(
                                                SignedIn.COOKIE,
                                                SignedIn.session(Roles.ADMINISTRATOR).token())
                                        .setUrl(root.toString())));
        desk.navigate("/settings/staff");
        desk.getByLabel("Name").fill("Demo Bea");
        desk.getByLabel("Email").fill("no address@staff.example");
        desk.locator("form.card").getByLabel("front desk").check();
        desk.evaluate("() => document.querySelectorAll('form').forEach(f => f.noValidate = true)");
        press(desk, "Add and make a link");
        Browser.picture(desk, "staff-refused");
        Browser.isAccessible(desk);
        assertThat(desk.locator("form.card").getByLabel("front desk").isChecked()).isTrue();

        desk.getByLabel("Email").fill(UUID.randomUUID() + "@staff.example");
        press(desk, "Add and make a link");
        Browser.picture(desk, "staff");
        Browser.isAccessible(desk);
        String link = desk.getByLabel("Invite link").inputValue();

        desk.locator(".change-roles").first().click();
        for (Locator role : desk.locator(".roles-edit input[type=checkbox]").all()) {
            role.uncheck();
        }
        desk.locator(".roles-edit button").click();
        Browser.picture(desk, "staff-roles-refused");
        Browser.isAccessible(desk);

        Page phone = browser.phone(true);
        phone.navigate(URI.create(link).getPath());
        Browser.picture(phone, "invite");
        Browser.isAccessible(phone);
        phone.getByLabel("Password").fill(PASSWORD);
        press(phone, "Save and sign in");
        phone.navigate("/settings/password");
        Browser.picture(phone, "password");
        Browser.isAccessible(phone);
    }

    @Test
    void whoeverComesBackToAnIdleDeskSignsInOnTheSpotAndLosesNothing() {
        String email = UUID.randomUUID() + "@staff.example";
        String added = UUID.randomUUID() + "@staff.example";
        accounts.createWithPassword(email, "Demo Ada", Set.of(Roles.ADMINISTRATOR), PASSWORD)
                .orThrow();
        Page desk = browser.desk();
        desk.navigate("/sign-in");
        signIn(desk, email, PASSWORD);
        desk.navigate("/patients");
        desk.locator("#q").fill("Dem");
        clock.advance(Duration.ofMinutes(31));

        desk.locator("#q").pressSequentially("o");
        desk.getByText("Hello again, Demo Ada").waitFor();
        desk.getByLabel("Password").fill("wrong");
        press(desk, "Sign in");
        desk.getByText("That is not the password").waitFor();
        Browser.picture(desk, "sign-in-again-dialog");
        Browser.isAccessible(desk);
        desk.getByLabel("Password").fill(PASSWORD);
        press(desk, "Sign in");
        desk.locator("dialog")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(desk.locator("#q").inputValue()).isEqualTo("Demo");
        assertThat(desk.url()).endsWith("/patients");

        desk.navigate("/settings/staff");
        desk.getByLabel("Name").fill("Demo Bea");
        desk.getByLabel("Email").fill(added);
        desk.locator("form.card").getByLabel("front desk").check();
        // without its script, as where there is none
        desk.route("**/sign-in/still-here", Route::abort);
        clock.advance(Duration.ofMinutes(31));
        press(desk, "Add and make a link");
        desk.getByText("It is not saved yet").waitFor();
        Browser.picture(desk, "sign-in-again");
        Browser.isAccessible(desk);
        desk.getByLabel("Password").fill(PASSWORD);
        press(desk, "Sign in and send it");

        desk.getByLabel("Invite link").waitFor();
        assertThat(accounts.findByEmail(added)).isPresent();
    }

    @Test
    void aDeskThatNobodyUsesIsWarnedAndThenCovered() {
        Page desk = signedInAs(browser.desk(), SignedIn.session(Roles.FRONT_DESK).token());
        desk.clock().install();
        desk.navigate("/desk");
        // an answer to what the page asked as it opened counts as use when it comes
        desk.waitForLoadState(LoadState.NETWORKIDLE);

        desk.clock().fastForward(Duration.ofMinutes(29).toMillis());
        desk.getByText("You will be signed out soon").waitFor();
        Browser.picture(desk, "idle-warning");
        press(desk, "Stay signed in");
        desk.locator(".idle-warning")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        clock.advance(Duration.ofMinutes(31));
        desk.clock().fastForward(Duration.ofMinutes(31).toMillis());

        desk.locator("dialog[open]").waitFor();
        Browser.picture(desk, "idle-covered");
    }

    @Test
    void whatHappenedToAccountsIsReadAtTheDeskAndOnAPhone() {
        SignedIn.closeEarlierAccounts();
        String email = UUID.randomUUID() + "@staff.example";
        Staff ada =
                accounts.createWithPassword(
                                email, "Demo Ada", Set.of(Roles.ADMINISTRATOR), PASSWORD)
                        .orThrow();
        Caller phone = new Caller("203.0.113.9", "Safari on iPhone", null);
        sessions.open(ada.id(), phone);
        for (int i = 0; i < 7; i++) {
            signIn.attempt(email, "wrong", phone);
        }
        signIn.attempt("no-" + email, "wrong", phone);
        String token =
                sessions.open(ada.id(), new Caller("198.51.100.7", "Firefox on Windows", null))
                        .token();

        for (Page page : List.of(browser.desk(), browser.phone(true))) {
            signedInAs(page, token);
            String size = page.viewportSize().width + "";
            for (String address :
                    List.of(
                            "/settings/sign-ins",
                            "/settings/staff/sign-ins",
                            "/settings/staff/sign-ins?account=" + ada.id())) {
                page.navigate(address);
                Browser.isAccessible(page);
                String name = address.contains("account") ? "sign-ins-of" : address;
                Browser.picture(page, name.replace("/settings/", "").replace('/', '-') + size);
            }
            page.emulateMedia(
                    new Page.EmulateMediaOptions()
                            .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
            Browser.picture(page, "sign-ins-dark" + size);
        }
    }

    private Page signedInAs(Page page, String token) {
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }

    private static void signIn(Page page, String email, String password) {
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(password);
        press(page, "Sign in");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
