package org.ilium.clinic.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.ilium.access.Roles;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings on a phone and at a desk, by day and in the dark. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsScreensTest {

    @TestHTTPResource("/")
    URI root;

    private Browser browser;

    @BeforeAll
    void open() {
        browser = new Browser(root.toString());
    }

    @BeforeEach
    void openTheClinic() {
        SignedIn.closeEarlierAccounts();
        ClinicFixture.open();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings",
                "/settings/services",
                "/settings/practitioners",
                "/settings/staff",
                "/settings/mail",
                "/settings/weeks"
            })
    void everyListFitsAPhone(String path) {
        Page phone = administrator(browser.phone(true));

        phone.navigate(path);

        Browser.picture(phone, "phone" + path.replace('/', '-'));
        Browser.isAccessible(phone);
    }

    @Test
    void aWrongWeekIsSaidBesideItsField() {
        Page desk = administrator(browser.desk());
        desk.navigate("/settings");
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Weeks of screening"))
                .click();

        desk.locator("#supineBlock").fill("13");
        desk.locator("#supineBlock").press("Enter");

        assertThat(desk.locator("#supineBlock-error")).containsText("13 is less than 14");
        assertThat(desk.locator("#supineBlock")).hasValue("13");
        Browser.picture(desk, "weeks-refused");
        Browser.isAccessible(desk);
    }

    @Test
    void whatIsNotForHerRoleKeepsAMemberOfStaffAmongHerPages() {
        Page desk = signedIn(browser.desk(), Roles.FRONT_DESK);

        desk.navigate("/settings");

        assertThat(desk.locator("h1")).hasText("Not for this account");
        assertThat(desk.getByRole(AriaRole.NAVIGATION)).containsText("Day board");
        Browser.isAccessible(desk);
    }

    private Page administrator(Page page) {
        return signedIn(page, Roles.ADMINISTRATOR);
    }

    private Page signedIn(Page page, String role) {
        String token = SignedIn.session(role).token();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }
}
