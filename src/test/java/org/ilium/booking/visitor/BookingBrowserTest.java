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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Books on a phone 360 px wide, with and without scripts. */
@QuarkusTest
class BookingBrowserTest {

    @TestHTTPResource("/")
    URL url;

    @BeforeEach
    void open() {
        ClinicFixture.open(java.time.ZoneId.of("America/New_York"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aVisitorBooksMovesAndCancels(boolean script) {
        try (Browser browser = new Browser(base())) {
            Page page = browser.phone(script);
            page.navigate("/book");
            look(page, script, "book-1-questions");
            answerNoToAll(page);
            button(page, "Next: pick a time").click();
            look(page, script, "book-2-times");
            assertThat(page.content()).contains(script ? "Central Time" : "Eastern Time");

            page.locator(".day").nth(1).locator("summary").click();
            page.locator(".day").nth(1).locator("button").first().click();
            look(page, script, "book-3-details");
            page.getByLabel("Your name").fill("Demo Ada");
            page.getByLabel("Phone").fill("(312) 555-0142");
            page.getByLabel("Email").fill("demo.ada@example.org");
            page.getByLabel("Pregnant").check();
            page.getByLabel("What hurts").fill("Upper back");
            button(page, "Book this call").click();
            look(page, script, "book-3-errors");
            page.getByLabel("How many weeks?").fill("21");
            button(page, "Book this call").click();

            page.waitForURL("**/a/**");
            look(page, script, "appointment-booked");
            move(page, script);
            cancel(page, script);
        }
    }

    private static void move(Page page, boolean script) {
        page.getByText("Move it").click();
        look(page, script, "appointment-move");
        page.locator(".day").first().locator("button").last().click();
        look(page, script, "appointment-move-confirm");
        button(page, "Yes, move it").click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("You are booked");
    }

    private static void cancel(Page page, boolean script) {
        page.getByText("Cancel it").click();
        look(page, script, "appointment-cancel");
        button(page, "Yes, cancel it").click();
        look(page, script, "appointment-cancelled");
        PlaywrightAssertions.assertThat(page.locator("h1"))
                .hasText("This appointment is cancelled");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void backFromTheConfirmationSaysThatSheIsBooked(boolean script) {
        try (Browser browser = new Browser(base())) {
            Page page = browser.phone(script);
            toTheDetails(page);
            page.waitForURL("**/book/details/**");
            page.reload();
            fill(page, "+1 312 586 61" + (script ? "10" : "11"));
            page.getByLabel("How many weeks?").fill("21");
            button(page, "Book this call").click();
            // gone back from before it stands, a browser may go further
            page.waitForURL("**/a/**");

            page.goBack();

            page.waitForURL("**/book/details/**");
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("You are booked already");
            look(page, script, "book-back");
            page.goBack();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Pick a time");
            page.goBack();
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("safety questions");
        }
    }

    @Test
    void backDoesSoAfterWhatWasTypedWasWrongAndAfterAnotherTimeToo() {
        try (Browser browser = new Browser(base())) {
            Page page = browser.phone(true);
            toTheDetails(page);
            fill(page, "+1 312 586 6112");
            button(page, "Book this call").click();
            page.locator("[role=alert]").first().waitFor();
            button(page, "Pick another time").click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Pick a time");
            page.locator(".day").first().locator("button").last().click();
            assertThat(page.getByLabel("Your name").inputValue()).isEqualTo("Demo Back");
            page.getByLabel("How many weeks?").fill("21");
            button(page, "Book this call").click();
            page.waitForURL("**/a/**");

            for (int step = 0; step < 5; step++) {
                page.goBack();
                assertThat(page.locator("h1").textContent())
                        .isIn(
                                "You are booked already",
                                "Pick a time",
                                "First, a few safety questions");
            }
        }
    }

    private static void toTheDetails(Page page) {
        page.navigate("/book");
        answerNoToAll(page);
        button(page, "Next: pick a time").click();
        page.locator(".day").nth(1).locator("summary").click();
        page.locator(".day").nth(1).locator("button").first().click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Who may we call?");
    }

    private static void fill(Page page, String phone) {
        page.getByLabel("Your name").fill("Demo Back");
        page.getByLabel("Phone").fill(phone);
        page.getByLabel("Email").fill("demo.back@example.org");
        page.getByLabel("Pregnant").check();
        page.getByLabel("What hurts").fill("Upper back");
    }

    @Test
    void aYesStopsAndAGapIsAskedAgain() {
        try (Browser browser = new Browser(base())) {
            Page page = browser.phone(true);
            page.navigate("/book");
            button(page, "Next: pick a time").click();
            look(page, true, "book-1-errors");
            answerNoToAll(page);
            page.locator("input[name=flag-calf-pain][value=yes]").check();
            button(page, "Next: pick a time").click();
            look(page, true, "book-stop");
            page.navigate("/book");
            answerNoToAll(page);
            page.locator("input[name=flag-harm][value=yes]").check();
            button(page, "Next: pick a time").click();
            look(page, true, "book-stop-emergency");
        }
    }

    private static void answerNoToAll(Page page) {
        for (Locator no : page.locator(".yes-no input[value=no]").all()) {
            no.check();
        }
    }

    private static void look(Page page, boolean script, String name) {
        if (script) {
            Browser.isAccessible(page);
            Browser.picture(page, name);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private String base() {
        return url.toString().replaceAll("/$", "");
    }
}
