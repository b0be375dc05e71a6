package org.ilium.programs.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.Programs;
import org.ilium.programs.SentPlanFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Links closed and sent again, and a refused Send, in a real browser with axe looking on. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanLinksScreensTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TestHTTPResource("/")
    URL home;

    @Inject SentPlanFixture plans;
    @Inject Drafts drafts;
    @Inject Programs programs;
    @Inject PatientLinks links;
    @Inject DemoPatients demo;
    @Inject TestClock clock;

    private Browser browser;
    private UUID patient;

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
        demo.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        SignedIn.inThisTest(Roles.THERAPIST);
        patient = demo.pregnant(21, 3, TODAY);
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aPlanThatWentAstrayIsClosedAndSentAgainFromItsPage() {
        UUID program = plans.sent(patient);
        String token = links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
        Page page = desk(Roles.THERAPIST);
        page.navigate("/programs/" + program);
        assertThat(page.locator(".message-status")).containsText("demo.ada@patient.example");
        Browser.isAccessible(page);
        Browser.picture(page, "plan-links-open");

        page.getByText("Close the links to this plan").click();
        Browser.picture(page, "plan-links-closing");
        page.getByRole(AriaRole.BUTTON, named("Yes, close them")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Her links are closed");
        Browser.isAccessible(page);
        Browser.picture(page, "plan-links-closed");

        Page phone = browser.phone(true);
        phone.navigate("/p/" + token);
        assertThat(phone.getByText("This link has run out")).isVisible();
        assertThat(phone.getByRole(AriaRole.LINK, named("Call us"))).isVisible();
        Browser.isAccessible(phone);
        Browser.picture(phone, "plan-links-phone");

        page.getByRole(AriaRole.BUTTON, named("Send again")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("on its way");
    }

    @Test
    void theDeskCorrectsAnAddressAndIsOfferedToSendAgain() {
        UUID program = plans.sent(patient);
        links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
        Page page = desk(Roles.FRONT_DESK);
        page.navigate("/patients/" + patient + "/edit");

        page.locator("#email").fill("demo." + UUID.randomUUID() + "@right.example");
        page.getByRole(AriaRole.BUTTON, exactly("Save")).click();

        assertThat(page.getByText("mailed to the old one are closed")).isVisible();
        assertThat(page.getByText("No open link")).isVisible();
        assertThat(page.locator(".message-status")).containsText("Plan");
        Browser.isAccessible(page);
        Browser.picture(page, "plan-links-chart-desk");
    }

    @Test
    void whatWasTypedJustBeforeSendIsInWhatIsSent() {
        Draft draft = plans.draft(patient);
        Page page = desk(Roles.THERAPIST);
        page.navigate("/programs/" + draft.programId());

        page.locator("#note").fill("Do these on the rug.");
        page.locator("#send").click();

        assertThat(page.getByText("Version 1 was sent")).isVisible();
        assertThat(programs.currentPlan(draft.programId()).orElseThrow().content().note())
                .isEqualTo("Do these on the rug.");
    }

    @Test
    void aRefusedSendLeavesTheBuilderWithItsReason() {
        Draft draft = plans.draft(patient);
        Page page = desk(Roles.THERAPIST);
        page.navigate("/programs/" + draft.programId());
        drafts.describe(draft.programId(), draft.revision(), "By another hand", "Meanwhile")
                .orThrow();

        page.locator("#send").click();

        assertThat(page.locator("#draft [role=alert]"))
                .containsText(
                        "Somebody changed this program meanwhile. Since then: Changed the title or"
                                + " the personal note.");
        assertThat(page.locator("#note")).hasValue("Meanwhile");
        assertThat(page.locator("#picks")).isVisible();
        Browser.isAccessible(page);
        Browser.picture(page, "send-refused");
    }

    private Page desk(String role) {
        Page page = browser.desk();
        page.context()
                .addCookies(
                        List.of(
                                new Cookie(SignedIn.COOKIE, SignedIn.session(role).token())
                                        .setUrl(home.toString())));
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return named(name).setExact(true);
    }
}
