package org.ilium.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.ilium.access.Roles;
import org.ilium.booking.BookedVia;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's panels in a real browser: their addresses, what is in view, and dates. */
@QuarkusTest
class DeskPanelsBrowserTest {

    @TestHTTPResource("/")
    URI root;

    @Inject Patients patients;
    @Inject BookingAppointments booking;
    @Inject TestClock clock;

    private static final AtomicInteger CALLERS = new AtomicInteger();

    private LifelikeDay day;
    private UUID caller;
    private String name;

    @BeforeEach
    void begin() {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
        day = LifelikeDay.begin();
        name = "Panelled" + (char) ('a' + CALLERS.getAndIncrement());
        caller =
                patients.register(PatientEntry.of("Demo", name, null, null, null), true)
                        .orThrow()
                        .id();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void backGoesThroughThePanelsAndStaysOnTheDay() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            String board = "/desk/" + day.date();
            page.navigate(board);

            visit(page, "Demo Keiko").click();
            assertThat(page.locator("#panel-title")).hasText("Demo Keiko");
            assertThat(page).hasURL(Pattern.compile("/desk/appointments/[0-9a-f-]+$"));
            String opened = page.url();
            page.locator("#panel >> text=Move").click();
            assertThat(page.locator("#panel-title")).hasText("Move Demo Keiko");
            assertThat(page).hasURL(Pattern.compile("/move$"));
            page.locator("#practitioner").selectOption(new SelectOption().setIndex(0));
            assertThat(page).hasURL(Pattern.compile("/move\\?.*practitioner=any"));

            page.reload();
            assertThat(page.locator("#panel-title")).hasText("Move Demo Keiko");
            assertThat(page.locator("#board .visit").first()).isVisible();
            page.goBack();
            assertThat(page).hasURL(opened);
            assertThat(page.locator("#panel-title")).hasText("Demo Keiko");
            assertThat(visit(page, "Demo Keiko")).hasAttribute("aria-current", "true");
            page.goBack();
            assertThat(page).hasURL(Pattern.compile(board + "$"));
            assertThat(page.locator("#panel-title")).hasText("At a glance");
            assertThat(page.locator("#board")).hasAttribute("data-day", day.date().toString());
            page.goForward();
            assertThat(page.locator("#panel-title")).hasText("Demo Keiko");
            assertThat(page.evaluate("() => sessionStorage.getItem('htmx-history-cache')"))
                    .isNull();
        }
    }

    @Test
    void anotherDayStaysBesideACallerThatIsLoadedAgain() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            String other = day.date().plusDays(3).toString();
            page.navigate("/desk/" + other);

            page.locator("#caller").fill(name);
            page.locator(".results a").first().click();
            assertThat(page.locator("#panel-title")).hasText("Demo " + name);
            assertThat(page).hasURL(Pattern.compile("/desk/callers/" + caller + "\\?day=" + other));
            page.reload();

            assertThat(page.locator("#panel-title")).hasText("Demo " + name);
            assertThat(page.locator("#board")).hasAttribute("data-day", other);
            page.goBack();
            assertThat(page).hasURL(Pattern.compile("/desk/" + other + "$"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {420, 600, 900})
    void theTimeThatEnterBooksIsNamedAndInView(int height) {
        // a long list of visits pushes the times down; other tests have the Tuesdays
        for (int days : new int[] {15, 16, 17, 18, 19, 20, 22, 23, 24}) {
            booking.enter(
                            new StaffBooking(
                                    new SlotChoice(
                                            day.clinic().followUp().id(),
                                            day.clinic().practitioner().id(),
                                            day.clinic().at(day.date().plusDays(days), "10:00")),
                                    caller,
                                    null,
                                    null,
                                    VisitReason.NOT_ASKED,
                                    null,
                                    null,
                                    false,
                                    BookedVia.STAFF))
                    .orThrow();
        }
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.setViewportSize(1366, height);
            page.navigate("/desk");
            page.locator("#caller").fill(name);
            page.locator(".results a").first().click();

            Locator first = page.locator("[data-focus]");
            assertThat(first).isFocused();
            assertThat(first).isChecked();
            isInView(page, first);
            Locator button = page.locator(".go-bar button");
            assertThat(button).isInViewport();
            assertThat(button)
                    .hasText(Pattern.compile("^Book \\w{3}, \\w{3} \\d+.*[AP]M with Demo"));
            String named = button.textContent();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(button).not().hasText(named);
            isInView(page, page.locator("input[name=slot]:checked"));
            for (int i = 0; i < 25; i++) {
                page.keyboard().press("ArrowDown");
            }
            isInView(page, page.locator("input[name=slot]:checked"));
            String last =
                    button.textContent().replaceFirst("^Book ", "").replaceFirst(" with.*", "");
            page.keyboard().press("Enter");
            assertThat(page.locator("#panel")).containsText("Booked.");
            String time = last.substring(last.lastIndexOf(", ") + 2);
            assertThat(page.locator(".panel-when")).containsText(time);
        }
    }

    @Test
    void aTimeOfOnesOwnIsNamedToo() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk/callers/" + caller);
            page.locator("summary >> text=Another time").click();
            page.locator("#otherDate").fill("2027-12-14");
            page.locator("#otherTime").fill("14:30");

            assertThat(page.locator(".go-bar button"))
                    .hasText(Pattern.compile("^Book Tue, Dec 14, 2:30 PM with Demo"));
        }
    }

    @Test
    void aDateBeingTypedOutlivesAnEarlierAnswer() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk/callers/" + caller);
            List<Route> late = new CopyOnWriteArrayList<>();
            page.route(
                    Pattern.compile("/desk/callers/.*service=follow-up.*"),
                    route -> {
                        if (late.isEmpty()) {
                            late.add(route);
                        } else {
                            route.resume();
                        }
                    });

            page.locator("#service").selectOption("follow-up");
            page.waitForCondition(() -> !late.isEmpty());
            page.locator("#from").focus();
            page.keyboard().type("1214");
            page.waitForResponse(Pattern.compile("service=follow-up"), () -> late.get(0).resume());
            page.keyboard().type("2027");
            assertThat(page.locator("#from")).hasValue("2027-12-14");
            assertThat(page.locator("#from")).isFocused();
            page.locator("#panel-title").click();

            assertThat(page.locator(".slots legend").first()).containsText("December 14");
            assertThat(page.locator("#service")).hasValue("follow-up");
            assertThat(page.locator("#from")).hasValue("2027-12-14");
        }
    }

    @Test
    void anAnswerThatWasNotShownIsAskedForAgainWhenNothingMoreWasTyped() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk/callers/" + caller);
            List<Route> late = new CopyOnWriteArrayList<>();
            page.route(
                    Pattern.compile("/desk/callers/.*service=follow-up.*"),
                    route -> {
                        if (late.isEmpty()) {
                            late.add(route);
                        } else {
                            route.resume();
                        }
                    });

            page.locator("#service").selectOption("follow-up");
            page.waitForCondition(() -> !late.isEmpty());
            String before = page.locator("#from").inputValue();
            page.locator("#from").focus();
            page.keyboard().type(before.substring(5, 7));
            page.waitForResponse(Pattern.compile("service=follow-up"), () -> late.get(0).resume());
            page.waitForResponse(
                    Pattern.compile("service=follow-up"),
                    () -> page.locator("#panel-title").click());

            assertThat(page.locator("form.book input[name=service]")).hasValue("follow-up");
        }
    }

    @Test
    void aDatePickedFromTheCalendarIsTakenAtOnce() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk/callers/" + caller);
            assertThat(page.locator("[data-focus]")).isFocused();
            String before = page.locator("#from").inputValue();
            BoundingBox box = page.locator("#from").boundingBox();
            page.mouse().click(box.x + box.width - 18, box.y + box.height / 2);
            // a week on in the calendar, whose keys the page does not hear
            String picked = LocalDate.parse(before).plusWeeks(1).toString();
            page.waitForResponse(
                    Pattern.compile("from=" + picked),
                    () -> {
                        page.keyboard().press("ArrowDown");
                        page.keyboard().press("Enter");
                    });
            assertThat(page.locator(".slots legend").first()).isVisible();
            assertThat(page.locator("#from")).hasValue(picked);
        }
    }

    private static void isInView(Page page, Locator input) {
        Object seen =
                input.evaluate(
                        """
                        input => {
                          const box = input.closest('label').getBoundingClientRect();
                          const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                          const top = document.elementFromPoint(box.x + box.width / 2, box.y + 3);
                          const end = document.elementFromPoint(box.x + box.width / 2, box.bottom - 3);
                          return [at, top, end].every(hit => hit && input.closest('label').contains(hit));
                        }""");
        assertThat(seen).as(page.url() + " shows the picked time").isEqualTo(true);
    }

    private static Locator visit(Page page, String name) {
        return page.locator(".visit", new Page.LocatorOptions().setHasText(name));
    }

    private Page signedIn(Page page) {
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }
}
