package org.ilium.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.ilium.access.Roles;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The day board with more practitioners than fit beside each other. */
@QuarkusTest
class WideBoardTest {

    private static final String HOURS = ".axis span >> nth=4";

    @TestHTTPResource("/")
    URI root;

    @Inject TestClock clock;

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void theHoursAndTheNamesStayInSightAndARefreshDoesNotScrollBack() {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
        LifelikeDay day = LifelikeDay.begin();
        for (String name : List.of("Demo Edda", "Demo Frieda", "Demo Hilda", "Demo Imke")) {
            day.clinic().addPractitioner(name, null);
        }
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            List<String> refused = Browser.refusals(page);
            page.navigate("/desk");
            assertThat(page.locator(".person")).hasCount(7);
            Browser.isAccessible(page);
            double left = page.locator(HOURS).boundingBox().x;
            double top = page.locator(".person h2").first().boundingBox().y;

            page.locator(".board").evaluate("board => board.scrollTo(400, 120)");

            assertThat(page.locator(HOURS).boundingBox().x).isEqualTo(left);
            assertThat(page.locator(".person h2").first().boundingBox().y).isEqualTo(top);
            Browser.picture(page, "desk-wide");

            Locator drawn = page.locator("[data-etag]");
            drawn.evaluate("board => { board.dataset.etag = 'old'; board.dataset.seen = 'yes'; }");
            page.evaluate("() => htmx.trigger('#board', 'refresh')");

            assertThat(page.locator("[data-seen]")).hasCount(0);
            assertThat(drawn.evaluate("board => [board.scrollLeft, board.scrollTop].join()"))
                    .isEqualTo("400,120");
            for (String path : List.of("/messages", "/patients", "/welcome", "/", "/book")) {
                page.navigate(path);
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            assertThat(refused).isEmpty();
        }
    }

    private Page signedIn(Page page) {
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }
}
