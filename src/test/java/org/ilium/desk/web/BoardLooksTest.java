package org.ilium.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.WorkingHours;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the board says is there to be read: states, marks and hours, on the screens a desk has. */
@QuarkusTest
class BoardLooksTest {

    /** What is hidden on purpose is a pixel wide. */
    private static final String CUT =
            """
            () => [...document.querySelectorAll('.visit .state, .visit .mark, .visit .when, .person .hours, .person h2')]
              .filter(said => {
                const box = said.getBoundingClientRect();
                const around = said.closest('.visit, .person').getBoundingClientRect();
                if (box.width <= 1) return false;
                return box.right > around.right + .5 || box.bottom > around.bottom + .5
                  || said.scrollWidth > said.clientWidth + 1 && said.clientWidth > 0
                  || said.scrollHeight > said.clientHeight + 1 && said.matches('.hours');
              })
              .map(said => said.className + ': ' + said.textContent)""";

    private static final String CUT_NAMES =
            """
            () => [...document.querySelectorAll('.visit strong, .visit .what, .person h2, .quiet a > span')]
              .filter(name => {
                const box = name.getBoundingClientRect();
                const around = name.closest('.visit, .person').getBoundingClientRect();
                return box.right > around.right + .5 || box.bottom > around.bottom + .5
                  || name.scrollWidth > name.clientWidth + 1 && name.clientWidth > 0;
              })
              .map(name => name.textContent)""";

    @TestHTTPResource("/")
    URI root;

    @Inject ClinicDirectory directory;
    @Inject WorkingHours hours;
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

    @ParameterizedTest
    @ValueSource(ints = {1024, 1366, 1440})
    void noStateNoMarkAndNoHoursAreCutWithFourAtWork(int width) {
        day.clinic().addPractitioner("Demo Fourth, PT", null);
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.setViewportSize(width, 800);
            page.navigate("/desk");

            assertThat(page.locator(".person")).hasCount(4);
            Object inSight =
                    page.evaluate(
                            """
                            () => {
                              const board = document.querySelector('#board').getBoundingClientRect();
                              const last = [...document.querySelectorAll('.person')].pop().getBoundingClientRect();
                              return last.right <= board.right + 1 && board.right <= innerWidth;
                            }""");
            assertThat(inSight).as("the fourth column is in sight").isEqualTo(true);
            assertThat((List<?>) page.evaluate(CUT)).isEmpty();
            assertThat(page.locator(".visit.new .mark").first()).isVisible();
        }
    }

    @Test
    void everyNameIsReadWholeOnAPhone() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.phone(true));
            page.navigate("/desk");
            assertThat(page.locator(".visit strong").first()).isVisible();
            page.evaluate(
                    """
                    () => document.querySelectorAll('.visit strong, .person h2').forEach((name, i) =>
                      name.textContent = i % 2 ? 'Demo Maximiliane-Alexandra Featherstonehaugh' : 'Demo Featherstonehaughcholmondeleymarjoribanks')""");

            assertThat((List<?>) page.evaluate(CUT)).isEmpty();
            assertThat((List<?>) page.evaluate(CUT_NAMES)).isEmpty();
            Browser.isAccessible(page);
            Browser.picture(page, "board-long-names");
        }
    }

    @Test
    void whoWorksAroundTheClockIsOpenAllDay() {
        UUID added =
                directory
                        .add(
                                "Demo Always",
                                "PT",
                                null,
                                null,
                                Set.of(day.clinic().phoneConsult().id()))
                        .id();
        hours.addWeekly(added, day.date().getDayOfWeek(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        String board = SignedIn.as(Roles.FRONT_DESK).get("/desk/" + day.date()).asString();

        assertThat(board).contains("open all day").doesNotContain("12:00 AM – 12:00 AM");
    }

    private Page signedIn(Page page) {
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }
}
