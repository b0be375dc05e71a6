package org.ilium.programs.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.ProgramTemplate;
import org.ilium.programs.Sending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The builder at a desk and the plan on a phone, in a real browser, with axe looking on. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramScreensTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TestHTTPResource("/")
    URL home;

    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Sending sending;
    @Inject PatientLinks links;
    @Inject DemoPatients patients;
    @Inject TestClock clock;

    private Browser browser;

    @BeforeAll
    void openBrowser() {
        browser = new Browser(home.toString());
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void aTherapistInTheMorning() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aTherapistBuildsAnswersPreviewsAndSendsByKeyboard() {
        UUID patient = patients.pregnant(21, 3, TODAY);
        patients.noteCondition(patient, "pelvic-girdle-pain");
        Draft draft = newPrograms.create(patient, ProgramTemplate.UPPER_BACK, null).orThrow();
        Page page = desk();
        page.navigate("/programs/" + draft.programId());
        assertThat(page.getByRole(AriaRole.HEADING, heading("Demo Ada"))).isVisible();
        Browser.isAccessible(page);

        page.locator("#q").fill("tilt");
        assertThat(page.locator(".pick")).hasCount(4);
        page.locator("#add-pelvic-tilt-supine").press("Enter");
        assertThat(page.locator("#send")).isDisabled();
        assertThat(page.locator("#waits")).containsText("your answer");
        assertThat(page.locator("#verdict-pos-supine-pelvic-tilt-supine")).containsText("Blocked");
        Browser.isAccessible(page);
        Browser.picture(page, "builder-blocked");

        page.locator("#item-pelvic-tilt-supine .swaps button").first().press("Enter");
        assertThat(page.locator("#item-pelvic-tilt-supine")).hasCount(0);
        page.locator("#reps-cat-cow").fill("12");
        page.locator("#reps-cat-cow").press("Tab");
        assertThat(page.locator("#dose-cat-cow")).containsText("12 times");
        page.locator("#reps-cat-cow").fill("1000");
        page.locator("#reps-cat-cow").press("Tab");
        assertThat(page.locator("#dose-cat-cow")).containsText("must be 100 or fewer");
        page.locator("#down-cat-cow").press("Enter");
        assertThat(page.locator("#items > .item").nth(1)).hasAttribute("data-slug", "cat-cow");
        assertThat(page.locator("#down-cat-cow")).isFocused();
        int last = page.locator("#items > .item").count() - 1;
        for (int place = 2; place <= last; place++) {
            page.locator("#down-cat-cow").press("Enter");
            assertThat(page.locator("#items > .item").nth(place))
                    .hasAttribute("data-slug", "cat-cow");
        }
        assertThat(page.locator("#down-cat-cow")).isDisabled();
        assertThat(page.locator("#up-cat-cow")).isFocused();
        page.locator("#note").fill("Do these on the rug, <b>slowly</b>.");
        page.locator("#note").press("Tab");
        assertThat(page.locator("#details-saved")).containsText("Saved.");
        while (page.locator("[id^=ack-]").count() > 0) {
            String id = page.locator("[id^=ack-]").first().getAttribute("id");
            page.locator("#" + id).press("Enter");
            assertThat(page.locator("#" + id)).hasCount(0);
        }
        assertThat(page.locator("#send")).isEnabled();
        Browser.picture(page, "builder-ready");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Preview"))
                .press("Enter");
        assertThat(page.frameLocator("iframe").locator(".plan-item").first()).isVisible();
        Browser.picture(page, "program-preview");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).press("Enter");

        assertThat(page.getByText("Version 1 was sent on March 2, 2026")).isVisible();
        Browser.isAccessible(page);
        Browser.picture(page, "program-sent");
    }

    /** Each action of the builder by the keyboard alone: nobody is sent back to the page's top. */
    @Test
    void theKeyboardKeepsItsPlaceThroughEveryChange() {
        UUID patient = patients.pregnant(21, 3, TODAY);
        patients.noteCondition(patient, "pelvic-girdle-pain");
        Draft draft = newPrograms.create(patient, ProgramTemplate.UPPER_BACK, null).orThrow();
        Page page = desk();
        page.navigate("/programs/" + draft.programId());
        page.locator("#q").fill("tilt");
        assertThat(page.locator(".pick")).hasCount(4);

        pressed(page, "add-pelvic-tilt-quadruped");
        assertThat(page.locator("#picks .tag.ok")).hasCount(1);
        assertThat(page.locator("#picks [id^=add-]:focus")).hasCount(1);
        pressed(page, "add-pelvic-tilt-supine");
        assertThat(page.locator("#item-pelvic-tilt-supine")).isVisible();
        assertThat(page.locator("#picks [id^=add-]:focus")).hasCount(1);
        page.locator("#item-pelvic-tilt-supine .override summary").first().press("Enter");
        page.locator("#reason-pos-supine-pelvic-tilt-supine").fill("For two minutes at a time");
        pressed(page, "override-pos-supine-pelvic-tilt-supine");
        assertThat(page.locator("#undo-pos-supine-pelvic-tilt-supine")).isFocused();
        pressed(page, "undo-pos-supine-pelvic-tilt-supine");
        assertThat(page.locator("#overriding-pos-supine-pelvic-tilt-supine")).isFocused();
        String swap =
                page.locator("#item-pelvic-tilt-supine .swaps button").first().getAttribute("id");
        pressed(page, swap);
        assertThat(page.locator("#" + swap.replaceFirst("swap-pelvic-tilt-supine-", "remove-")))
                .isFocused();

        page.locator("#q").fill("clamshell");
        assertThat(page.locator(".pick")).hasCount(1);
        pressed(page, "add-clamshell");
        assertThat(page.locator("#q")).isFocused();
        String read = "ack-pgp-asym-clamshell";
        pressed(page, read);
        assertThat(page.locator("#" + read.replaceFirst("ack", "undo"))).isFocused();
        pressed(page, read.replaceFirst("ack", "undo"));
        assertThat(page.locator("#" + read)).isFocused();
        pressed(page, "down-cat-cow");
        assertThat(page.locator("#down-cat-cow")).isFocused();
        String second = page.locator("#items > .item").nth(1).getAttribute("data-slug");
        String third = page.locator("#items > .item").nth(2).getAttribute("data-slug");
        pressed(page, "remove-" + second);
        assertThat(page.locator("#remove-" + third)).isFocused();
        page.locator("#reps-" + third).fill("9");
        page.locator("#reps-" + third).press("Tab");
        assertThat(page.locator("#dose-" + third)).containsText("of 9");
        assertThat(page.locator("#hold-" + third)).isFocused();
        while (page.locator("#items > .item").count() > 0) {
            int left = page.locator("#items > .item").count();
            pressed(page, page.locator("[id^=remove-]").last().getAttribute("id"));
            assertThat(page.locator("#items > .item")).hasCount(left - 1);
            assertThat(page.locator("body:focus")).hasCount(0);
        }
        assertThat(page.locator("#draft-heading")).isFocused();
    }

    /** What scrolls in the page must not stretch it by what is hidden in it. */
    @Test
    void thePageIsNoHigherThanWhatItShows() {
        Draft draft = newPrograms.create(patients.pregnant(21, 3, TODAY), null, null).orThrow();
        Page page = desk();
        page.navigate("/programs/" + draft.programId());
        assertThat(page.locator(".pick")).hasCount(74);

        Object beyond =
                page.evaluate(
                        "() => document.documentElement.scrollHeight"
                                + " - Math.ceil(document.querySelector('main').getBoundingClientRect().bottom + scrollY)");
        org.assertj.core.api.Assertions.assertThat((int) beyond).isLessThanOrEqualTo(1);
    }

    /** The bar with Send lies over the builder, but over nothing that the keyboard comes to. */
    @ParameterizedTest
    @ValueSource(ints = {360, 800, 1366, 1440})
    void theBarWithSendCoversNothingThatIsTabbedTo(int width) {
        UUID patient = patients.pregnant(21, 3, TODAY);
        patients.noteCondition(patient, "lochia");
        Draft draft = newPrograms.create(patient, ProgramTemplate.UPPER_BACK, null).orThrow();
        Page page = desk();
        page.setViewportSize(width, 780);
        page.navigate("/programs/" + draft.programId());

        page.locator("#draft-heading").focus();
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            Object covered =
                    page.evaluate(
                            """
                            () => {
                              const focused = document.activeElement;
                              if (focused === document.body) return null;
                              const box = focused.getBoundingClientRect();
                              const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                              return top && (focused.contains(top) || top.contains(focused)) ? null : focused.outerHTML;
                            }""");
            Assertions.assertThat(covered).as("tab " + i).isNull();
        }
        Browser.isAccessible(page);
    }

    private static void pressed(Page page, String id) {
        page.locator("#" + id).press("Enter");
        assertThat(page.locator(".htmx-request")).hasCount(0);
    }

    @Test
    void aButtonPressedBeforeHtmxKnowsItsFormDoesNotLeaveThePage() {
        Draft draft = newPrograms.create(patients.pregnant(21, 3, TODAY), null, null).orThrow();
        Page page = desk();
        page.navigate("/programs/" + draft.programId());
        page.evaluate(
                """
                () => {
                  const form = document.getElementById('add-cat-cow').closest('form');
                  form.outerHTML = form.outerHTML;
                }""");

        page.locator("#add-cat-cow").press("Enter");

        assertThat(page.locator("#item-cat-cow")).hasCount(1);
        assertThat(page.locator("#picks")).isVisible();
    }

    @Test
    void aPatientFollowsHerPlanOnAPhoneWithoutScript() {
        Draft draft =
                newPrograms
                        .create(patients.pregnant(21, 3, TODAY), ProgramTemplate.UPPER_BACK, null)
                        .orThrow();
        draft =
                drafts.describe(
                                draft.programId(),
                                draft.revision(),
                                "Upper back",
                                "You are doing well. On a hard day, do just the first one.")
                        .orThrow();
        draft =
                drafts.noteOn(draft.programId(), draft.revision(), "cat-cow", "On the rug")
                        .orThrow();
        sending.send(draft.programId(), draft.revision());
        String token = links.mint(LinkKind.PLAN, draft.programId(), Duration.ofDays(90));
        Page page = browser.phone(false);

        page.navigate("/p/" + token);
        assertThat(page).hasTitle("Your plan · Demo");
        assertThat(page.locator(".plan-item")).hasCount(5);
        Browser.picture(page, "plan-phone");
        page.locator(".plan-item:has(h2:has-text('Cat-cow')) button").nth(1).click();
        assertThat(page.locator(".plan-item:has(h2:has-text('Cat-cow')) button").nth(1))
                .containsText("✓");
        assertThat(page.locator(".plan-item:has(h2:has-text('Cat-cow')) button").first())
                .not()
                .containsText("✓");
        assertThat(page.locator(".plan-item:has(h2:has-text('Cat-cow')) button").nth(1))
                .isInViewport();
        assertThat(page.getByText("1 of 2 done today.")).isInViewport();
        page.locator(".plan-item:has(h2:has-text('Cat-cow')) button").first().click();
        assertThat(page.getByText("Both done today.")).isInViewport();
        assertThat(page.locator(".plan-item:has(h2:has-text('Cat-cow')) .next a")).isInViewport();
        page.locator("button[name=score]").nth(3).click();
        assertThat(page.locator("#pain")).containsText("You said 3 today");
        Browser.picture(page, "plan-phone-done");

        Page withScript = browser.phone(true);
        withScript.navigate("/p/" + token);
        Browser.isAccessible(withScript);
        withScript.navigate("/p/no-such-link");
        Browser.isAccessible(withScript);
        Browser.picture(withScript, "plan-link-closed");
    }

    @Test
    void theCatalogIsReadable() {
        Page page = desk();

        for (String path : List.of("/catalog", "/catalog/cat-cow", "/catalog/rules")) {
            page.navigate(path);
            Browser.isAccessible(page);
            Browser.picture(page, "catalog" + path.replace('/', '-'));
        }
    }

    private Page desk() {
        Page page = browser.desk();
        BrowserContext context = page.context();
        context.addCookies(
                List.of(
                        new Cookie(SignedIn.COOKIE, SignedIn.session(Roles.THERAPIST).token())
                                .setUrl(home.toString())));
        return page;
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
