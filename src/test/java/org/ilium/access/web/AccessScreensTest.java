package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.access.StaffAccounts;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessScreensTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject StaffAccounts accounts;

    @TestHTTPResource("/")
    URI root;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(root.toString());
    }

    @AfterEach
    void close() {
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
                        java.util.List.of(
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
