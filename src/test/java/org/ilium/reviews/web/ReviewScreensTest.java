package org.ilium.reviews.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.ilium.access.Roles;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.reviews.ReviewScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The review screens in a real browser, on a phone and at the desk. */
@QuarkusTest
@Tag("browser")
class ReviewScreensTest {

    private static final String LONG =
            "I came with a sore back and left with a plan that I could follow at home. Every step"
                    + " was explained, and nobody rushed me. The front desk found a time that fit"
                    + " around my shifts. Parking was hard to find, and the first call came ten"
                    + " minutes late.\n\nBy the third visit I slept through the night again. I would"
                    + " have liked the plan on paper as well.";

    @TestHTTPResource("/")
    URL url;

    private ReviewScene scene;

    @BeforeEach
    void open() {
        scene = new ReviewScene();
    }

    @Test
    void aPatientWritesSharesAndTakesBackOnAPhoneWithoutScripts() {
        String page = "r/" + scene.token(scene.invited());
        try (Browser browser = new Browser(url.toString())) {
            Page phone = browser.phone(false);
            phone.navigate(page);
            phone.locator("label:has(input[value='4'])").click();
            phone.getByLabel("Your words").fill("They were kind to me all through my pregnancy.");
            Browser.picture(phone, "review-write-360");
            press(phone, "Save my review");

            assertThat(phone.locator("body"))
                    .containsText("Your review is saved, and it is private");
            assertThat(phone.locator("input[name=authorized]")).not().isChecked();
            Browser.picture(phone, "review-share-360");
            phone.getByLabel("Initials").check();
            phone.locator("input[name=authorized]").check();
            phone.getByLabel("Sign with your full name").fill("Ada Demo");
            press(phone, "Share my review");

            assertThat(phone.locator("body")).containsText("You said we may show it.");
            Browser.picture(phone, "review-waiting-360");
            press(phone, "Take it back");
            assertThat(phone.locator("body")).containsText("You took it back.");
        }
    }

    @Test
    void thePatientsPagesAreAccessible() {
        String fresh = "r/" + scene.token(scene.invited());
        String written = "r/" + scene.token(scene.invitationOf(scene.written(2, LONG)));
        String shown = "r/" + scene.token(scene.invitationOf(scene.shown(4, LONG)));
        try (Browser browser = new Browser(url.toString())) {
            Page phone = browser.phone(true);
            for (String path :
                    List.of(fresh, written, written + "/share", shown, "r/nonsense", "reviews")) {
                phone.navigate(path);
                Browser.isAccessible(phone);
            }
            Browser.picture(phone, "reviews-360");
            phone.navigate(shown);
            Browser.picture(phone, "review-shown-360");
            phone.navigate(written + "/share");
            press(phone, "Share my review");
            Browser.isAccessible(phone);
            Browser.picture(phone, "review-share-errors-360");
        }
    }

    @Test
    void staffDecideAtTheDesk() {
        scene.shown(5, "Kind, clear and on time.");
        scene.shown(2, "The room was cold, and I waited half an hour.");
        scene.authorized(scene.written(1, "I felt hurried. Nobody asked how I was."));
        scene.authorized(scene.written(5, LONG));
        try (Browser browser = new Browser(url.toString())) {
            Page desk = browser.desk();
            String session = SignedIn.session(Roles.ADMINISTRATOR).token();
            desk.context()
                    .addCookies(
                            List.of(new Cookie(SignedIn.COOKIE, session).setUrl(url.toString())));
            desk.navigate("reviews/queue");
            desk.locator(".withhold summary").first().click();
            Browser.isAccessible(desk);
            Browser.picture(desk, "review-queue-1440");
            int waiting = desk.locator(".queue").first().locator("> li").count();

            desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the review"))
                    .first()
                    .click();

            assertThat(desk.locator(".queue").first().locator("> li")).hasCount(waiting - 1);
            desk.navigate("reviews");
            Browser.isAccessible(desk);
            Browser.picture(desk, "reviews-1440");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }
}
