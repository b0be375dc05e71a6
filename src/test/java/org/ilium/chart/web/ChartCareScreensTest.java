package org.ilium.chart.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

/** Stop signs, a plan that fits no more and the end of an episode, in a real browser. */
@QuarkusTest
class ChartCareScreensTest {

    @TestHTTPResource("/")
    URL home;

    @Test
    void aTherapistReportsRevisesClearsEndsClosesAndBeginsAnew() {
        ChartScene scene = new ChartScene();
        scene.sent();
        scene.clinic.completed(
                scene.clinic.bookedFor(
                        scene.ada, scene.clinic.at(scene.clinic.day().minusDays(4), "10:00")));
        try (Browser browser = new Browser(home.toString())) {
            Page page = browser.desk();
            page.context()
                    .addCookies(
                            List.of(
                                    new Cookie(SignedIn.COOKIE, scene.token)
                                            .setUrl(home.toString())));
            page.navigate("/patients/" + scene.ada);
            reportsAndSeesTheFlag(page);
            clears(page);
            endsThePregnancy(page);
            closesAndBeginsAnew(page);
        }
    }

    private static void reportsAndSeesTheFlag(Page page) {
        page.getByText("Report a stop sign").click();
        Browser.picture(page, "chart-report");
        Browser.isAccessible(page);
        page.getByLabel("Bleeding from the vagina").check();
        button(page, "Record it and stop her plan").click();
        assertThat(page.locator(".stop-sign")).containsText("Bleeding from the vagina");
        assertThat(page.locator(".misfit")).containsText("This plan no longer fits");
        assertThat(page.locator(".misfit")).containsText("She reports bleeding");
        Browser.isAccessible(page);
        Browser.picture(page, "chart-misfit");
        button(page, "Revise plan").click();
        assertThat(page.locator("#send")).isDisabled();
        assertThat(page.locator(".plan-verdicts")).containsText("She reports bleeding");
        page.goBack();
        page.reload();
        assertThat(page.locator(".misfit")).containsText("Go on with the new draft");
    }

    private static void clears(Page page) {
        page.locator(".stop-sign summary").click();
        page.getByLabel("What makes it safe to go on").fill("Her midwife examined her");
        page.locator(".stop-sign button").click();
        assertThat(page.locator(".stop-sign")).hasCount(0);
        assertThat(page.locator(".misfit")).hasCount(0);
        page.getByText("All reports").click();
        assertThat(page.locator(".reports")).containsText("Her midwife examined her");
        Browser.isAccessible(page);
        Browser.picture(page, "stop-signs");
        page.goBack();
    }

    private static void endsThePregnancy(Page page) {
        link(page, "Pregnancy ended").click();
        Browser.isAccessible(page);
        Browser.picture(page, "pregnancy-end");
        page.getByLabel("Live birth").check();
        page.locator("#endedOn").fill(page.locator("#endedOn").getAttribute("max"));
        page.locator("#birthMode").selectOption("vaginal");
        button(page, "Record it").click();
        // 21 weeks is believable: no birth is refused for being early
        assertThat(page.locator(".standing")).containsText("after birth");
        assertThat(page.locator("body")).containsText("Live birth");
    }

    private static void closesAndBeginsAnew(Page page) {
        link(page, "Close the episode").click();
        Browser.isAccessible(page);
        Browser.picture(page, "episode-close");
        page.getByLabel("Goals met").check();
        button(page, "Close the episode").click();
        link(page, "Open a new episode").click();
        page.locator("input[name=stage][value=postpartum]").check();
        button(page, "Save").click();
        page.locator(".earlier summary").click();
        assertThat(page.locator(".earlier")).containsText("Home program");
        // the birth is known from the episode before
        assertThat(page.locator(".standing")).containsText("after birth");
        Browser.isAccessible(page);
        Browser.picture(page, "chart-second-episode");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
