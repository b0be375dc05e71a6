package org.ilium.clinic.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.ilium.access.OwnSchemaProfile;
import org.ilium.access.Roles;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FirstClinicTest.NewClinic.class)
class FirstClinicTest {

    /** An empty database that no other test writes to. */
    public static class NewClinic implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return OwnSchemaProfile.inSchema("new_clinic");
        }
    }

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Inject Clock clock;

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
    void anEmptyClinicBecomesBookableThroughThePagesAloneWithoutScript() {
        String administrator = SignedIn.session(Roles.ADMINISTRATOR).token();
        SignedIn.account(Roles.THERAPIST);
        Page page = signedIn(browser.phone(false), administrator);
        Page desk = signedIn(browser.desk(), administrator);
        page.navigate("/settings");
        assertThat(page.textContent("main")).contains("Set up your clinic", "1 of 6 done");
        Browser.isAccessible(desk(desk, "/settings", "settings-first"));
        assertThat(freeTimes()).isNull();

        page.getByRole(AriaRole.LINK, named("The clinic")).click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Demo Clinic");
        page.getByLabel("Short name").fill("Demo");
        page.getByLabel("Sender name in mail").fill("Demo Pelvic Care");
        page.getByLabel("Phone").fill("(312) 555-0100");
        page.getByLabel("Time zone").selectOption("America/Chicago");
        press(page, "Save");
        assertThat(page.textContent("main")).contains("Saved.", "neutral name is safer");
        Browser.isAccessible(desk(desk, "/settings/clinic", "settings-clinic"));

        Browser.isAccessible(desk(desk, "/settings/services", "settings-services-first"));
        page.navigate("/settings/services");
        press(page, "Add these");
        assertThat(page.textContent("main")).contains("Phone consult", "Initial evaluation");
        Browser.isAccessible(desk(desk, "/settings/services", "settings-services"));
        page.getByRole(AriaRole.LINK, named("Phone consult")).click();
        assertThat(page.getByLabel("Length, minutes").inputValue()).isEqualTo("15");
        Browser.isAccessible(desk(desk, page.url(), "settings-service"));

        page.navigate("/settings/practitioners");
        page.getByRole(AriaRole.LINK, named("Add a practitioner")).click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Demo Dana");
        page.getByLabel("Staff account").selectOption(new String[] {accountIn(page)});
        press(page, "Save");
        assertThat(page.textContent("h1")).isEqualTo("Hours of Demo Dana");
        assertThat(freeTimes()).isEmpty();

        page.getByLabel("Monday, window 1 from").fill("08:00");
        page.getByLabel("Monday, window 1 until").fill("12:00");
        page.getByLabel("Monday, window 2 from").fill("13:00");
        page.getByLabel("Monday, window 2 until").fill("17:00");
        press(page, "Save, with Monday's hours Tuesday to Friday");
        assertThat(page.getByLabel("Friday, window 2 until").inputValue()).isEqualTo("17:00");
        assertThat(page.getByLabel("Saturday, window 1 from").inputValue()).isEmpty();
        String hours = page.url().replaceAll("\\?.*", "");

        assertThat(freeTimes()).isNotEmpty();
        page.navigate("/settings");
        assertThat(page.textContent("main")).contains("5 of 6 done", "No mail server is set");
        Browser.picture(page, "settings-phone");
        Browser.isAccessible(desk(desk, "/settings", "settings"));
        Browser.isAccessible(desk(desk, "/settings/practitioners", "settings-practitioners"));
        Browser.isAccessible(desk(desk, "/settings/mail", "settings-mail"));
        theHoursPageIsAccessibleWithAllItShows(desk, hours);
        page.navigate(hours);
        Browser.picture(page, "settings-hours-phone");
    }

    private void theHoursPageIsAccessibleWithAllItShows(Page desk, String hours) {
        LocalDate date = LocalDate.now(clock.withZone(CHICAGO)).plusDays(30);
        desk.navigate(hours);
        desk.getByLabel("Date", new Page.GetByLabelOptions().setExact(true)).fill(date.toString());
        press(desk, "Add this date");
        desk.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill(date + "T09:00");
        desk.getByLabel("Until", new Page.GetByLabelOptions().setExact(true))
                .fill(date.plusDays(3) + "T17:00");
        desk.getByLabel("Note for staff").fill("A course");
        press(desk, "Add time off");
        Browser.isAccessible(desk(desk, hours, "settings-hours"));

        desk.getByLabel("Monday, window 2 from").fill("11:00");
        press(desk, "Save the week");
        Browser.picture(desk, "settings-hours-refused");
        assertThat(desk.textContent("main")).contains("Overlaps 8:00 AM – 12:00 PM.");
        Browser.isAccessible(desk);
    }

    /** The starts the public is offered; null while the service is unknown. */
    private List<String> freeTimes() {
        LocalDate today = LocalDate.now(clock.withZone(CHICAGO));
        return given().queryParam("service", "phone-consult")
                .queryParam("from", today.plusDays(1).toString())
                .queryParam("to", today.plusDays(8).toString())
                .get("/api/v1/availability")
                .jsonPath()
                .getList("slots.start");
    }

    private Page signedIn(Page page, String token) {
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }

    private static Page desk(Page desk, String path, String name) {
        desk.navigate(path);
        Browser.picture(desk, name);
        return desk;
    }

    private static String accountIn(Page page) {
        return page.locator("#accountId option").nth(1).getAttribute("value");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }
}
