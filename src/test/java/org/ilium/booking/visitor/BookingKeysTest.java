package org.ilium.booking.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ClinicFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys and buttons of the browser itself, on the way through public booking. */
@QuarkusTest
class BookingKeysTest {

    @TestHTTPResource("/")
    URL url;

    @BeforeEach
    void open() {
        ClinicFixture.open();
    }

    @Test
    void enterBooks() {
        try (Browser browser = new Browser(base())) {
            Page page = atHerDetails(browser);
            fillIn(page);

            page.getByLabel("Email").press("Enter");
            page.waitForURL("**/a/*");

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("You are booked");
        }
    }

    @Test
    void whatSheTypedComesBackAfterAnotherTime() {
        try (Browser browser = new Browser(base())) {
            Page page = atHerDetails(browser);
            fillIn(page);

            button(page, "Pick another time").click();
            pickOnTheNextDay(page);

            assertThat(page.getByLabel("Your name").inputValue()).isEqualTo("Demo Ada");
        }
    }

    @Test
    void backFromHerDetailsShowsTheTimes() {
        try (Browser browser = new Browser(base())) {
            Page page = atHerDetails(browser);

            page.goBack();

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Pick a time");
            pickOnTheNextDay(page);
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Who may we call?");
        }
    }

    @Test
    void timesThatCarryHerNameAreNotKept() {
        try (Browser browser = new Browser(base())) {
            Page page = atHerDetails(browser);
            fillIn(page);
            button(page, "Pick another time").click();
            pickOnTheNextDay(page);

            page.goBack();

            PlaywrightAssertions.assertThat(page.locator("h1"))
                    .hasText("First, a few safety questions");
            assertThat(page.locator("html").textContent()).doesNotContain("Demo Ada");
        }
    }

    private static Page atHerDetails(Browser browser) {
        Page page = browser.phone(true);
        page.navigate("/book");
        for (Locator no : page.locator(".yes-no input[value=no]").all()) {
            no.check();
        }
        button(page, "Next: pick a time").click();
        page.locator(".day button").first().click();
        page.waitForURL("**/book/details/*");
        return page;
    }

    /** The first day may have a single time left when the tests run late in the day. */
    private static void pickOnTheNextDay(Page page) {
        Locator day = page.locator(".day").nth(1);
        day.locator("summary").click();
        day.locator("button").first().click();
        // gone back from before it stands, the browser goes further
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Who may we call?");
        page.waitForLoadState();
    }

    private static void fillIn(Page page) {
        page.getByLabel("Your name").fill("Demo Ada");
        page.getByLabel("Phone").fill("(312) 555-0142");
        page.getByLabel("Email").fill("demo.ada@example.org");
        page.getByLabel("Neither").check();
        page.getByLabel("What hurts").fill("Upper back");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private String base() {
        return url.toString().replaceAll("/$", "");
    }
}
