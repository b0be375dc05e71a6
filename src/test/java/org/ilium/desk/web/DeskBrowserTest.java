package org.ilium.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.CancelReason;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.DayBoard;
import org.ilium.booking.schedule.DayBoards;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front desk's day in a real browser, by keyboard and on a phone without JavaScript. */
@QuarkusTest
class DeskBrowserTest {

    @TestHTTPResource("/")
    URI root;

    @Inject Appointments appointments;
    @Inject DayBoards boards;
    @Inject Patients patients;
    @Inject TestClock clock;

    private LifelikeDay day;

    @BeforeEach
    void begin() {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
        day = LifelikeDay.begin();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void theDeskLivesByKeyboard() {
        patients.register(PatientEntry.of("Demo", "Wilhelmina", null, "+13125550188", null), true)
                .orThrow();
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());

            page.navigate("/desk");
            assertThat(page.locator("h1")).containsText("Tuesday");
            Browser.picture(page, "desk-board");
            Browser.isAccessible(page);

            page.keyboard().press("/");
            page.keyboard().type("wilhelm");
            assertThat(page.locator(".results a").first()).containsText("Demo Wilhelmina");
            Browser.picture(page, "desk-caller-found");
            page.keyboard().press("Enter");
            Locator firstTime = page.locator("[data-focus]");
            assertThat(firstTime).isFocused();
            page.keyboard().press("ArrowRight");
            Browser.picture(page, "desk-caller-book");
            Browser.isAccessible(page);
            page.keyboard().press("Enter");
            assertThat(page.locator("#panel")).containsText("Booked.");
            assertThat(page.locator(".visit", new Page.LocatorOptions().setHasText("Wilhelmina")))
                    .hasAttribute("aria-current", "true");

            page.keyboard().press("Escape");
            assertThat(page.locator(".visit[aria-current]")).isFocused();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("#panel-title")).isFocused();
            Browser.picture(page, "desk-visit");
            Browser.isAccessible(page);
        }
    }

    @Test
    void aBookingElsewhereAppearsByItselfAndTheFocusStays() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk");
            Locator greta = page.locator(".visit", new Page.LocatorOptions().setHasText("Greta"));
            greta.focus();

            day.clinic()
                    .bookedFor(
                            patients.register(
                                            PatientEntry.of("Demo", "Suddenly", null, null, null),
                                            true)
                                    .orThrow()
                                    .id(),
                            day.at("17:00"));
            page.evaluate("() => htmx.trigger('#board', 'refresh')");

            assertThat(page.locator(".visit", new Page.LocatorOptions().setHasText("Suddenly")))
                    .isVisible();
            assertThat(greta).isFocused();
        }
    }

    @Test
    void aNewCallerIsLinkedAndAnotherMovedAndAnotherCancelled() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk");

            page.locator(".visit", new Page.LocatorOptions().setHasText("Demo New Caller")).click();
            assertThat(page.locator(".linking")).isVisible();
            page.locator(".linking summary").click();
            Browser.picture(page, "desk-link");
            Browser.isAccessible(page);
            page.locator(".linking [name=familyName]").fill("Unmistakable");
            page.locator("text=Register and link").click();
            if (page.locator("[name=confirmed]").count() == 0) {
                page.waitForSelector("[name=confirmed], .note.ok");
            }
            if (page.locator("[name=confirmed]").count() > 0) {
                Browser.picture(page, "desk-duplicate");
                page.locator("[name=confirmed]").check();
                page.locator("text=Register and link").click();
            }
            assertThat(page.locator("#panel")).containsText("Registered and linked.");

            page.locator(".visit", new Page.LocatorOptions().setHasText("Demo Keiko")).click();
            assertThat(page.locator("#panel-title")).hasText("Demo Keiko");
            page.locator("#panel >> text=Move").click();
            assertThat(page.locator("#panel-title")).hasText("Move Demo Keiko");
            page.locator("summary >> text=Another time").click();
            page.locator("#otherTime").fill("15:30");
            page.locator("#otherTime").blur();
            page.locator(".go-bar button").click();
            assertThat(page.locator("#panel [role=alert]"))
                    .containsText("3:30 PM with Demo Therapist is taken by another appointment.");
            assertThat(page.locator(".nearest input").first()).isFocused();
            Browser.picture(page, "desk-conflict");
            Browser.isAccessible(page);

            page.locator(".slots label", new Page.LocatorOptions().setHasText("5:00 PM"))
                    .first()
                    .locator("input")
                    .check();
            Browser.picture(page, "desk-move");
            page.locator(".go-bar button").click();
            assertThat(page.locator("#panel")).containsText("Moved.");

            page.locator("summary >> text=Cancel this appointment").click();
            page.locator("summary >> text=The patient cancels").click();
            Browser.picture(page, "desk-cancel");
            Browser.isAccessible(page);
            page.locator(".why button >> text=Transportation").click();
            assertThat(page.locator(".quiet", new Page.LocatorOptions().setHasText("Demo Keiko")))
                    .containsText("Cancelled by patient: transportation or weather");
            assertThat(appointmentOf("Demo Keiko").status()).isEqualTo(AppointmentStatus.CANCELLED);
            assertThat(appointmentOf("Demo Keiko").cancelReason()).isEqualTo(CancelReason.TRAVEL);
        }
    }

    @Test
    void aTypedDateGoesNowhereBeforeItIsWhole() {
        patients.register(PatientEntry.of("Demo", "Typeset", null, "+13125550189", null), true)
                .orThrow();
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            List<String> asked = new CopyOnWriteArrayList<>();
            page.navigate("/desk");
            page.onRequest(request -> asked.add(request.url()));

            page.locator("#date").focus();
            page.keyboard().type("12142027");
            assertThat(page.locator("#date")).hasValue("2027-12-14");
            assertThat(asked).noneMatch(url -> url.contains("/desk?") || url.contains("2027-12"));
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/desk/2027-12-14$"));
            page.locator("#date").focus();
            page.keyboard().type("02032028");
            page.locator("#caller").focus();
            assertThat(page).hasURL(Pattern.compile("/desk/2028-02-03$"));

            page.locator("#caller").fill("typeset");
            page.locator(".results a").first().click();
            assertThat(page.locator("[data-focus]")).isFocused();
            asked.clear();
            page.locator("#from").focus();
            page.keyboard().type("12142027");
            assertThat(page.locator("#from")).hasValue("2027-12-14");
            assertThat(page.locator(".filter .show-times")).isVisible();
            assertThat(asked).isEmpty();
            Browser.picture(page, "desk-typed-date");
            page.locator("#panel-title").click();
            assertThat(page.locator(".slots legend").first()).containsText("December 14");
            assertThat(page.locator("#from")).hasValue("2027-12-14");
            assertThat(asked).hasSize(1);
            page.locator("#practitioner").focus();
            page.locator("#practitioner").selectOption(new SelectOption().setIndex(1));
            assertThat(page.locator(".slots small")).hasCount(0);
            assertThat(page.locator("#practitioner")).isFocused();

            page.navigate("/desk");
            page.locator(".visit", new Page.LocatorOptions().setHasText("Demo Keiko")).click();
            page.locator("#panel >> text=Move").click();
            assertThat(page.locator("#panel-title")).hasText("Move Demo Keiko");
            page.locator("#from").focus();
            page.keyboard().type("02032028");
            page.locator(".filter .show-times").click();
            assertThat(page.locator(".slots legend").first()).containsText("February 3, 2028");
            page.locator("summary >> text=Another time").click();
            page.locator("#otherTime").focus();
            page.keyboard().type("0710PM");
            assertThat(page.locator("input[value=other]")).isChecked();
            assertThat(page.locator("#otherTime")).hasValue("19:10");
        }
    }

    @Test
    void aPhoneReadsTheBoardAndMarksArrivedWithoutJavaScript() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.phone(false));

            page.navigate("/desk");
            Browser.picture(page, "desk-phone");
            page.locator(".visit", new Page.LocatorOptions().setHasText("Demo Ines")).click();
            assertThat(page).hasURL(Pattern.compile("/desk/appointments/"));
            page.locator("button >> text=Arrived").click();
            Browser.picture(page, "desk-phone-visit");

            assertThat(page.locator(".state-line")).containsText("Arrived");
        }
    }

    @Test
    void theBoardIsAccessibleOnAPhone() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.phone(true));

            page.navigate("/desk");

            Browser.isAccessible(page);
        }
    }

    private AppointmentDetails appointmentOf(String name) {
        return boards.on(day.date()).columns().stream()
                .map(DayBoard.Column::appointments)
                .flatMap(List::stream)
                .filter(visit -> visit.name().equals(name))
                .findFirst()
                .flatMap(visit -> appointments.details(visit.id()))
                .orElseThrow();
    }

    private Page signedIn(Page page) {
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }
}
