package org.ilium.chart.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

/** Much pain from her phone, without script, to My day, in a real browser with axe looking on. */
@QuarkusTest
class PainScreensTest {

    private static final int[] WIDTHS = {360, 1366, 1440};

    @TestHTTPResource("/")
    URL home;

    @Inject PatientLinks links;

    @Test
    void sheIsToldToStopAndHerTherapistFindsItUntilItIsHandled() {
        ChartScene scene = new ChartScene();
        UUID program = scene.sent().programId();
        String token = links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
        try (Browser browser = new Browser(home.toString())) {
            Page phone = browser.phone(false);
            phone.navigate("/p/" + token);
            phone.getByRole(AriaRole.BUTTON, exactly("9")).click();
            assertThat(phone.locator(".pain-advice")).isInViewport();
            // axe is a script itself
            Page looking = browser.phone(true);
            looking.navigate("/p/" + token);
            atEachWidth(looking, "plan-much-pain");
            looking.setViewportSize(360, 900);
            looking.navigate("/p/" + token + "#pain");
            looking.screenshot(shot("plan-pain-advice-360"));
            looking.navigate("/p/" + token);
            looking.locator("#stop-top").scrollIntoViewIfNeeded();
            looking.setViewportSize(360, 1500);
            looking.screenshot(shot("plan-stop-box-360"));
            looking.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(looking.locator(".stop-call").first()).isVisible();
            Browser.picture(looking, "plan-much-pain-print");

            Page desk = signedIn(browser, scene.token);
            desk.navigate("/patients/" + scene.ada);
            atEachWidth(desk, "chart-much-pain");
            desk.navigate("/therapist");
            atEachWidth(desk, "day-much-pain");
            desk.locator(".pain-alert", new Page.LocatorOptions().setHasText("Demo Ada Chart"))
                    .getByLabel("Note, if you like")
                    .fill("Called her: it is the knee. She rests until Friday.");
            desk.locator(".pain-alert button").first().click();
            assertThat(desk.locator(".pain-alert")).hasCount(0);
            desk.navigate("/patients/" + scene.ada);
            assertThat(desk.locator(".pain-handled")).containsText("it is the knee");
            atEachWidth(desk, "chart-pain-handled");
        }
    }

    @Test
    void theLimitsAreASettingAndTheQuestionsOfBookingFitEveryScreen() {
        new ChartScene();
        try (Browser browser = new Browser(home.toString())) {
            Page desk = signedIn(browser, SignedIn.session(Roles.ADMINISTRATOR).token());
            desk.navigate("/settings");
            desk.getByText("Pain limits").click();
            atEachWidth(desk, "settings-pain");
            Page visitor = browser.desk();
            visitor.navigate("/book?service=phone-consult");
            atEachWidth(visitor, "booking-questions");
        }
    }

    private static void atEachWidth(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            Browser.picture(page, name + "-" + width);
            if (width == 360) {
                Browser.isAccessible(page);
            }
        }
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png"));
    }

    private Page signedIn(Browser browser, String token) {
        Page page = browser.desk();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(home.toString())));
        return page;
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
