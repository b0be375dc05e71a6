package org.ilium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ilium.access.DemoAccounts;
import org.ilium.booking.schedule.Appointments;
import org.ilium.demo.DemoProfile;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.SmtpServer;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The main job, as its three people do it: she books a call from the clinic's site, the desk links
 * her chart, the therapist sends a program that fits this week, she follows it, and says honestly
 * how it was.
 */
@QuarkusTest
@TestProfile(TheWholeWalkTest.Profile.class)
@WithTestResource(value = SmtpServer.class, initArgs = @ResourceArg(name = "every", value = "1s"))
class TheWholeWalkTest {

    /** The demo clinic, its mail going to the test's SMTP server. */
    public static class Profile extends DemoProfile {
        public Profile() {
            super("the_whole_walk", Map.of("ilium.reviews.ask-check", "1s"));
        }
    }

    private static final ZoneId CLINIC = ZoneId.of("America/Chicago");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> TELLING =
            List.of("pregnan", "pelvic", "back", "pain", "exercise", "health", "Wren");

    @TestHTTPResource("/")
    URI root;

    @Inject TestClock clock;
    @Inject Appointments appointments;

    private Browser browser;

    @BeforeEach
    void open() {
        SmtpServer.up();
        browser = new Browser(root.toString().replaceAll("/$", ""));
    }

    @AfterEach
    void close() {
        browser.close();
        clock.reset();
    }

    @Test
    void fromAPhoneCallToAPlanInHerInboxToAnHonestReview() {
        Page phone = browser.phone(true);
        bookACall(phone);
        ReceivedMail booked = mail("Booked: ");
        assertThat(booked.calendar()).contains("BEGIN:VEVENT").doesNotContain("Wren");
        phone.navigate(booked.link("/a/"));
        assertThat(phone.getByRole(AriaRole.HEADING).first()).containsText("You are booked");

        Instant visit =
                appointments.withoutChart("").stream()
                        .filter(a -> "Demo Willa Wren".equals(a.info().contactName()))
                        .findFirst()
                        .orElseThrow()
                        .info()
                        .time()
                        .start();
        LocalDate day = LocalDate.ofInstant(visit, CLINIC);
        linkHerChart(day);

        clock.set(visit);
        Page therapist = signedIn("therapist");
        String chart = completeTheVisit(therapist, day);
        describeHerPregnancy(therapist, chart, day);
        buildAndSend(therapist, chart);

        ReceivedMail plan = mail("Your plan");
        assertThat(plan.plain()).doesNotContain("Cat-cow");
        followThePlan(plan.link("/p/"));

        clock.set(visit.plus(Duration.ofDays(3)));
        ReceivedMail ask = mail("How was your visit");
        review(ask.link("/r/"));
        show();
        Page visitor = browser.phone(true);
        visitor.navigate("/");
        assertThat(visitor.getByText("She listened and gave me a plan").first()).isVisible();
        look(visitor, "walk-5-public");
    }

    private void bookACall(Page phone) {
        phone.navigate("/");
        look(phone, "walk-1-clinic");
        phone.getByRole(AriaRole.LINK, link("Talk to a women's-health PT on the phone"))
                .first()
                .click();
        for (Locator no : phone.locator(".yes-no input[value=no]").all()) {
            no.check();
        }
        look(phone, "walk-1-questions");
        button(phone, "Next: pick a time").click();
        look(phone, "walk-1-times");
        phone.locator(".day").nth(1).locator("summary").click();
        phone.locator(".day").nth(1).locator("button[title*='Dana'], button").first().click();
        phone.getByLabel("Your name").fill("Demo Willa Wren");
        phone.getByLabel("Phone").fill("(312) 555-0177");
        phone.getByLabel("Email").fill("demo.willa@example.org");
        phone.getByLabel("Pregnant").check();
        phone.getByLabel("How many weeks?").fill("21");
        phone.getByLabel("What hurts").fill("Upper back, <b>worse</b> at night");
        look(phone, "walk-1-details");
        button(phone, "Book this call").click();
        assertThat(phone).hasURL(Pattern.compile("/a/"));
        look(phone, "walk-1-booked");
    }

    private void linkHerChart(LocalDate day) {
        Page desk = signedIn("desk");
        desk.navigate("/desk/" + day);
        look(desk, "walk-2-board");
        desk.keyboard().press("/");
        desk.keyboard().type("5550177");
        desk.locator(".results a").first().click();
        assertThat(desk.getByText("Upper back, <b>worse</b> at night")).isVisible();
        desk.getByText("Register a new patient").click();
        desk.getByLabel("Given name").fill("Demo Willa");
        desk.getByLabel("Family name").fill("Wren");
        look(desk, "walk-2-link");
        button(desk, "Register and link").click();
        assertThat(desk.getByText("A patient much like this one is registered already").first())
                .isVisible();
        look(desk, "walk-2-duplicate");
        desk.locator("[name=confirmed]").check();
        button(desk, "Register and link").click();
        assertThat(desk.getByText("Open the chart")).isVisible();
        look(desk, "walk-2-linked");
    }

    private String completeTheVisit(Page therapist, LocalDate day) {
        therapist.navigate("/therapist?date=" + day);
        look(therapist, "walk-3-day");
        Locator hers =
                therapist.locator(
                        ".visit", new Page.LocatorOptions().setHasText("Demo Willa Wren"));
        hers.getByRole(AriaRole.BUTTON).first().click();
        assertThat(hers).containsText("In progress");
        hers.getByRole(AriaRole.BUTTON).first().click();
        assertThat(therapist).hasURL(Pattern.compile("/patients/"));
        return URI.create(therapist.url()).getPath();
    }

    private void describeHerPregnancy(Page therapist, String chart, LocalDate day) {
        therapist.navigate(chart + "/episode");
        therapist.locator("input[name=stage][value=pregnant]").check();
        therapist.locator("#dueDate").fill(day.plusDays(280 - (21 * 7 + 3)).toString());
        therapist.locator("#screeningForm").selectOption("gaq-p");
        therapist.locator("#screeningOutcome").selectOption("clear");
        therapist.locator("#screeningDate").fill(day.toString());
        look(therapist, "walk-3-pregnancy");
        button(therapist, "Save").click();
        assertThat(therapist.getByText("21 weeks 3 days").first()).isVisible();
        look(therapist, "walk-3-chart");
    }

    private void buildAndSend(Page therapist, String chart) {
        therapist.navigate(chart);
        therapist.locator(".new-program select").selectOption("upper-back");
        button(therapist, "New program").click();
        therapist.locator("#q").fill("tilt");
        assertThat(therapist.locator("#add-pelvic-tilt-supine")).isVisible();
        therapist.locator("#add-pelvic-tilt-supine").click();
        assertThat(therapist.locator("#verdict-pos-supine-pelvic-tilt-supine"))
                .containsText("Blocked");
        assertThat(therapist.locator("#send")).isDisabled();
        look(therapist, "walk-3-blocked");
        therapist.locator("#item-pelvic-tilt-supine .swaps button").first().click();
        assertThat(therapist.locator("#item-pelvic-tilt-supine")).hasCount(0);
        therapist
                .locator("#note")
                .fill("You are doing well. On a hard day, do just the first one.");
        therapist.locator("#note").press("Tab");
        assertThat(therapist.locator("#details-saved")).containsText("Saved.");
        while (therapist.locator("[id^=ack-]").count() > 0) {
            String id = therapist.locator("[id^=ack-]").first().getAttribute("id");
            therapist.locator("#" + id).click();
            assertThat(therapist.locator("#" + id)).hasCount(0);
        }
        therapist.getByRole(AriaRole.LINK, link("Preview")).click();
        assertThat(therapist.frameLocator("iframe").first().locator(".plan-item").first())
                .isVisible();
        // her page stands in a frame here; it is checked by itself when she opens it
        Browser.picture(therapist, "walk-3-preview");
        button(therapist, "Send").click();
        assertThat(therapist.getByText(Pattern.compile("Version 1 was sent"))).isVisible();
    }

    private void followThePlan(String link) {
        Page bare = browser.phone(false);
        bare.navigate(link);
        assertThat(bare.locator(".plan-item").first()).isVisible();
        bare.locator(".plan-item:has(h2:has-text('Cat-cow')) button").first().click();
        assertThat(bare.locator(".plan-item:has(h2:has-text('Cat-cow')) button").first())
                .containsText("✓");
        bare.locator("button[name=score]").nth(3).click();
        assertThat(bare.locator("#pain")).containsText("You said 3 today");
        Page phone = browser.phone(true);
        phone.navigate(link);
        assertThat(phone.getByText("You are doing well.")).isVisible();
        look(phone, "walk-4-plan");
    }

    private void review(String link) {
        Page phone = browser.phone(true);
        phone.navigate(link);
        phone.locator("input[name=rating][value='4']")
                .check(new Locator.CheckOptions().setForce(true));
        phone.getByLabel("Your words")
                .fill("She listened and gave me a plan I can do with a toddler around.");
        look(phone, "walk-5-write");
        button(phone, "Save my review").click();
        assertThat(phone.locator("input[name=authorized]")).not().isChecked();
        phone.locator("input[name=nameStyle]").first().check();
        phone.locator("input[name=authorized]").check();
        phone.locator("#signature").fill("Demo Willa Wren");
        look(phone, "walk-5-share");
        button(phone, "Share my review").click();
        look(phone, "walk-5-shared");
        phone.navigate(link);
        assertThat(phone.locator("textarea")).hasCount(0);
    }

    private void show() {
        Page desk = signedIn("desk");
        desk.navigate("/reviews/queue");
        look(desk, "walk-5-queue");
        desk.locator(
                        ".queue-item",
                        new Page.LocatorOptions().setHasText("She listened and gave me a plan"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^Show")))
                .click();
    }

    /**
     * The newest mail to her with such a subject, once it is there; its head gives nothing away.
     */
    private static ReceivedMail mail(String subject) {
        List<ReceivedMail> found =
                await(subject)
                        .atMost(PATIENCE)
                        .until(() -> toHer(subject), mails -> !mails.isEmpty());
        ReceivedMail newest = found.get(found.size() - 1);
        assertThat(newest.subject() + newest.header("From"))
                .doesNotContainIgnoringCase(TELLING.toArray(String[]::new));
        return newest;
    }

    private static List<ReceivedMail> toHer(String subject) {
        return SmtpServer.received().stream()
                .map(ReceivedMail::new)
                .filter(mail -> mail.subject().startsWith(subject))
                .filter(mail -> mail.header("To").contains("demo.willa@example.org"))
                .toList();
    }

    private Page signedIn(String who) {
        Page page = browser.desk();
        page.navigate("/sign-in");
        page.locator("input[name=email]:not([type=hidden])").fill(who + DemoAccounts.DOMAIN);
        page.locator("input[name=password]:not([type=hidden])").fill(DemoAccounts.PASSWORD);
        page.locator("input[name=password]:not([type=hidden])").press("Enter");
        assertThat(page.getByText("Sign out").first()).isVisible();
        return page;
    }

    private static void look(Page page, String name) {
        Browser.picture(page, name);
        Browser.isAccessible(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
