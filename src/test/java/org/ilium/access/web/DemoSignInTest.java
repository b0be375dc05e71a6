package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import org.ilium.access.DemoAccounts;
import org.ilium.access.Roles;
import org.ilium.access.StaffAccounts;
import org.ilium.demo.DemoProfile;
import org.ilium.fixture.Browser;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoProfile.Used.class)
class DemoSignInTest {

    @Inject StaffAccounts accounts;

    @TestHTTPResource("/")
    URI root;

    @Test
    void aDemoAccountIsEnteredWithOnePress() {
        add("Demo Signe", Roles.FRONT_DESK);
        add("Demo Signy", Roles.THERAPIST);
        add("Demo Sigrun", Roles.ADMINISTRATOR);

        try (Browser browser = new Browser(root.toString())) {
            Page page = browser.phone(true);
            page.navigate("/sign-in?next=%2Fsettings%2Fpassword");
            Browser.picture(page, "sign-in-demo");
            Browser.isAccessible(page);

            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Demo Signe, front desk"))
                    .click();

            assertThat(page.url()).endsWith("/settings/password");
            Locator name = page.getByText("Demo Signe");
            assertThat(name.isVisible()).isTrue();
        }
    }

    private void add(String name, String role) {
        String email = name.toLowerCase().replace(' ', '.') + DemoAccounts.DOMAIN;
        accounts.createWithPassword(email, name, Set.of(role), DemoAccounts.PASSWORD).orThrow();
    }
}
