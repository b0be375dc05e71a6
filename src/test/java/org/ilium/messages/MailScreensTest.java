package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRule;
import org.ilium.booking.Contact;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.demo.DemoProfile;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PlanDelivery;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The messages and the pages about them in a real browser; keeps pictures of them. */
@QuarkusTest
@TestProfile(DemoProfile.Used.class)
class MailScreensTest {

    /** Rows of the ledger in which the status does not stand beside the name, or text is cut. */
    private static final String CRAMPED =
            """
            () => [...document.querySelectorAll('.ledger tbody tr')].filter(row => {
              const name = row.querySelector('th').getBoundingClientRect();
              const tags = row.querySelector('.tags').getBoundingClientRect();
              return tags.top > name.bottom || tags.left < name.right || tags.right > innerWidth
                || [...row.children].some(cell => cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0);
            }).map(row => row.textContent)""";

    @TestHTTPResource("/")
    URL root;

    @Inject OutboxWorker worker;
    @Inject LocalTransport local;
    @Inject LocalOutbox mailbox;
    @Inject OutboxDesk desk;
    @Inject DemoPatients patients;
    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Sending sending;
    @Inject AppointmentChanges changes;
    @Inject BookingAppointments bookings;
    @Inject MovingAppointments moving;
    @Inject TestClock clock;

    ClinicFixture clinic;
    Browser browser;

    @BeforeEach
    void aDemoClinicAndABrowser() {
        desk.clear();
        clinic = ClinicFixture.open();
        SignedIn.inThisTest(Roles.THERAPIST);
        browser = new Browser(root.toString().replaceAll("/$", ""));
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
        clock.reset();
    }

    @Test
    void everyMessageReadsWellOnAPhone() {
        clinic.booked(clinic.at("10:00"));
        picturesOf("booked");
        AppointmentDetails moved =
                bookings.enter(
                                new StaffBooking(
                                        clinic.slot(clinic.followUp(), clinic.at("13:00")),
                                        null,
                                        ClinicFixture.DEMO_ADA,
                                        ZoneId.of("America/New_York"),
                                        VisitReason.NOT_ASKED,
                                        null,
                                        null,
                                        false,
                                        BookedVia.STAFF))
                        .orThrow();
        worker.sendDue(local);
        moving.moveByStaff(
                        moved.id(),
                        moved.version(),
                        clinic.practitioner().id(),
                        clinic.at("15:00"),
                        BookingRule.NONE)
                .orThrow();
        picturesOf("moved-visit");
        AppointmentDetails cancelled = clinic.booked(clinic.at("11:00"));
        worker.sendDue(local);
        changes.cancelByStaff(cancelled.id(), cancelled.version(), ClinicFixture.BY_CLINIC)
                .orThrow();
        picturesOf("cancelled");
        plan(PlanDelivery.NOTICE_AND_LINK);
        picturesOf("plan-notice");
        plan(PlanDelivery.FULL_PLAN);
        picturesOf("plan-full");
    }

    @Test
    void theDemosMailboxReadsWellOnAPhone() {
        clinic.booked(clinic.at("10:00"));
        worker.sendDue(local);
        Page phone = browser.phone(true);

        List<String> refused = Browser.refusals(phone);
        phone.navigate("/dev/mail");
        Browser.isAccessible(phone);
        Browser.picture(phone, "dev-mail");
        phone.locator(".mailbox a").first().click();
        Browser.picture(phone, "dev-mail-one");

        assertThat(phone.frameLocator("iframe").locator("h1").textContent())
                .isEqualTo("You are booked");
        assertThat(
                        phone.frameLocator("iframe")
                                .locator("h1")
                                .evaluate("title => getComputedStyle(title).fontSize"))
                .as("styles of its own")
                .isEqualTo("28px");
        assertThat(refused).isEmpty();
        String link = phone.locator(".mail-links a").first().getAttribute("href");
        assertThat(phone.navigate(URI.create(link).getPath()).status()).isEqualTo(200);
        assertThat(phone.url()).contains("/a/");
    }

    @Test
    void theDeskSeesWhomToCallAndTicksHerOff() {
        plan(PlanDelivery.PRINT_ONLY);
        bookings.bookPublic(
                        clinic.slot(clinic.at("13:00")),
                        ClinicFixture.visitor(new Contact("Demo Bea", "+13125550143", null)))
                .orThrow();
        worker.sendDue(local);
        clinic.booked(clinic.at("15:00"));
        worker.sendDue(
                letter -> {
                    throw new TransportException(
                            "The mail server refused the address (550).", true, new Exception());
                });
        clinic.booked(clinic.at("16:00"));
        worker.sendDue(
                letter -> {
                    throw new TransportException(
                            "The mail server answered 451.", false, new Exception());
                });
        clock.advance(Duration.ofHours(2));
        Page screen = browser.desk();
        screen.context()
                .addCookies(
                        List.of(
                                new Cookie(
                                                SignedIn.COOKIE,
                                                SignedIn.session(Roles.FRONT_DESK).token())
                                        .setUrl(root.toString())));

        screen.navigate("/messages");
        assertThat(screen.locator(".work-list li").count()).isEqualTo(4);
        Browser.isAccessible(screen);
        Browser.picture(screen, "messages");
        screen.setViewportSize(360, 780);
        Browser.isAccessible(screen);
        Browser.picture(screen, "messages-phone");
        assertThat((List<?>) screen.evaluate(CRAMPED)).isEmpty();
        screen.setViewportSize(1440, 900);
        screen.locator(".work-list li:has-text('Demo Bea') button").click();

        assertThat(screen.locator(".work-list li").count()).isEqualTo(3);
        assertThat(screen.locator(".work-list").textContent()).doesNotContain("Demo Bea");
    }

    /** Sends what waits and looks at it as a phone shows it. */
    private void picturesOf(String name) {
        worker.sendDue(local);
        Page phone = browser.phone(true);
        phone.setContent(mailbox.newest(1).get(0).html());

        // a mail has no landmarks of its own: it is shown inside the mailbox's page
        assertThat(
                        new AxeBuilder(phone)
                                .disableRules(List.of("region", "landmark-one-main"))
                                .analyze()
                                .getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
        assertThat((Integer) phone.evaluate("() => document.documentElement.scrollWidth"))
                .as(name + " scrolls sideways")
                .isEqualTo(360);
        Browser.picture(phone, "mail-" + name);
        phone.context().close();
    }

    private void plan(PlanDelivery choice) {
        UUID patient =
                patients.pregnant(21, 0, LocalDate.ofInstant(clock.instant(), clinic.zone()));
        desk.choose(patient, choice);
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        for (String slug : List.of("cat-cow", "seated-row-band")) {
            draft = drafts.add(draft.programId(), draft.revision(), slug).orThrow();
        }
        sending.send(draft.programId(), draft.revision());
    }
}
