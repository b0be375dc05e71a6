package org.ilium.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever works the desk by keyboard is never put back to the top of the page. */
@QuarkusTest
class DeskFocusTest {

    @TestHTTPResource("/")
    URI root;

    @Inject Patients patients;
    @Inject TestClock clock;

    private LifelikeDay day;
    private PatientInfo patient;

    @BeforeEach
    void aDayAtTheDesk() {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
        day = LifelikeDay.begin();
        String family = "Focus" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        patient =
                patients.register(PatientEntry.of("Demo", family, null, null, null), true)
                        .orThrow();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void everyStepOfAVisitKeepsTheFocusInItsPanel() {
        AppointmentDetails visit = day.clinic().bookedFor(patient.id(), day.at("17:00"));
        try (Browser browser = new Browser(root.toString())) {
            Page page = opened(browser);
            press(page, page.locator("#visit-" + visit.id()));
            assertThat(page.locator("#panel-title")).isFocused();
            press(page, button(page, "Arrived"));
            press(page, button(page, "Start"));
            press(page, button(page, "Undo"));
            press(page, button(page, "Undo"));

            open(page, "Add a note");
            page.locator("#note").fill("Called about parking");
            press(page, button(page, "Save the note"));
            open(page, "Cancel this appointment");
            open(page, "The patient cancels");
            press(page, page.locator(".why button").first());
            press(page, button(page, "No"));
            press(page, button(page, "Undo"));

            press(page, link(page, "Move"));
            page.locator("#from").fill(day.date().plusDays(1).toString());
            page.keyboard().press("Enter");
            settled(page);
            assertThat(page.locator("#from")).isFocused();
            page.locator(".slots input[type=radio]").first().focus();
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            settled(page);
            assertThat(page.locator("#panel")).containsText("Moved.");
            inThePanel(page);
            press(page, link(page, "Book another"));
            inThePanel(page);
            page.keyboard().press("Escape");
            assertThat(page.locator("body:focus")).hasCount(0);
        }
    }

    @Test
    void timeOffIsBlockedAndTakenAwayWithoutLosingThePlace() {
        AppointmentDetails visit = day.clinic().bookedFor(patient.id(), day.at("17:00"));
        try (Browser browser = new Browser(root.toString())) {
            Page page = opened(browser);
            press(page, page.locator("a >> text=Time off").first());
            Locator form = page.locator("#off-who");
            if (!form.isVisible()) {
                open(page, "Block time");
            }
            press(page, button(page, "Block this time"));
            assertThat(page.locator("[aria-invalid=true]").first()).isFocused();

            page.locator("#off-who").selectOption(visit.info().practitionerId().toString());
            page.locator("#off-date").fill(day.date().toString());
            page.locator("#off-time").fill("16:55");
            page.locator("#off-until-time").fill("17:30");
            press(page, button(page, "Block this time"));
            Locator hers =
                    page.locator(".to-move > li")
                            .filter(new Locator.FilterOptions().setHasText(patient.familyName()));
            assertThat(hers).hasCount(1);
            press(page, hers.locator("button >> text=Keep the visit"));
            assertThat(hers).hasCount(0);
            press(page, page.locator(".blocked button").first());
        }
    }

    private Page opened(Browser browser) {
        Page page = browser.desk();
        String token = SignedIn.session(Roles.FRONT_DESK, Roles.THERAPIST).token();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        page.navigate("/desk/" + day.date());
        return page;
    }

    private static Locator button(Page page, String label) {
        return page.locator("#panel button")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
    }

    private static Locator link(Page page, String label) {
        return page.locator("#panel a")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
    }

    private static void open(Page page, String summary) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .press("Enter");
    }

    /** Where the key leads, something in the panel has the focus. */
    private static void press(Page page, Locator here) {
        here.focus();
        page.keyboard().press("Enter");
        settled(page);
        inThePanel(page);
    }

    private static void settled(Page page) {
        page.waitForFunction(
                "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    }

    private static void inThePanel(Page page) {
        assertThat(page.evaluate("() => !!document.activeElement.closest('#panel')"))
                .isEqualTo(true);
    }
}
