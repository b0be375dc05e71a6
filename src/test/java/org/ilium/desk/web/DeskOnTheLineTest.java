package org.ilium.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.CancelReason;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.Browser;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk is asked while she is on the line is answered with a key each. */
@QuarkusTest
class DeskOnTheLineTest {

    @TestHTTPResource("/")
    URI root;

    @Inject Appointments appointments;
    @Inject Patients patients;
    @Inject TestClock clock;

    private LifelikeDay day;
    private PatientInfo patient;

    @BeforeEach
    void aPatientWithoutEmailOnTheLine() {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
        day = LifelikeDay.begin();
        patient =
                patients.register(
                                PatientEntry.of(
                                        "Demo",
                                        "Phoebe" + letters(),
                                        null,
                                        UnusedPhones.next(),
                                        null),
                                true)
                        .orThrow();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void sheIsBookedToldCancelledAndPutBackByKeyboard() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk");

            page.keyboard().press("/");
            page.keyboard().type(patient.familyName());
            assertThat(page.locator(".results a").first()).containsText(patient.familyName());
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-focus]")).isFocused();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".slots input:checked")).isFocused();
            page.keyboard().press("Enter");
            Locator panel = page.locator("#panel");
            assertThat(panel).containsText("Told on the phone?");
            assertThat(page.locator("#panel-title")).isFocused();
            Browser.picture(page, "desk-told");
            Browser.isAccessible(page);
            page.keyboard().press("y");
            assertThat(panel).containsText("Noted: told on the phone.");
            assertThat(panel).containsText("Told by Demo Staff");
            assertThat(page.locator(".ask-told")).hasCount(0);

            page.locator("summary >> text=Cancel this appointment").focus();
            page.keyboard().press("1");
            page.keyboard().press("Enter");
            page.keyboard().press("1");
            assertThat(page.locator(".state-line")).containsText("Booked");
            page.keyboard().press("p");
            assertThat(page.locator(".party[open]")).containsText("Work or schedule");
            page.keyboard().press("c");
            assertThat(page.locator(".party[open]")).hasCount(1);
            assertThat(page.locator(".party[open]")).containsText("Therapist is away");
            page.keyboard().press("p");
            Browser.picture(page, "desk-cancel-why");
            Browser.isAccessible(page);
            page.keyboard().press("2");
            assertThat(page.locator(".state-line"))
                    .containsText("Cancelled by patient: work or schedule");
            assertThat(panel).containsText("Told on the phone?");
            assertThat(visit().cancelReason()).isEqualTo(CancelReason.SCHEDULE);
            Browser.picture(page, "desk-cancelled");
            page.keyboard().press("n");
            assertThat(page.locator(".ask-told")).hasCount(0);
            assertThat(page.locator("#panel-title")).isFocused();

            page.locator("#panel button >> text=Undo").focus();
            page.keyboard().press("Enter");
            assertThat(panel).containsText("Taken back.");
            assertThat(visit().status()).isEqualTo(AppointmentStatus.BOOKED);
        }
    }

    @Test
    void aLetterTypedIntoANoteAnswersNothing() {
        AppointmentDetails booked = day.clinic().bookedFor(patient.id(), day.at("17:00"));
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk");
            page.locator("#visit-" + booked.id()).click();
            page.locator("summary >> text=Cancel this appointment").click();
            page.locator("summary >> text=Add a note").click();
            page.locator("#note").focus();
            page.keyboard().type("p1 c1 y n");

            assertThat(page.locator("#note")).hasValue("p1 c1 y n");
            assertThat(page.locator(".party[open]")).hasCount(0);
            assertThat(visit().status()).isEqualTo(AppointmentStatus.BOOKED);
        }
    }

    @Test
    void withoutAScriptWhoAndWhyAreTwoPresses() {
        AppointmentDetails booked = day.clinic().bookedFor(patient.id(), day.at("17:00"));
        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.phone(false));
            page.navigate("/desk/appointments/" + booked.id());
            page.locator("summary >> text=Cancel this appointment").click();
            page.locator("summary >> text=The clinic cancels").click();
            Browser.picture(page, "desk-phone-cancel");
            page.locator(".why button >> text=Clinic is closed").click();

            assertThat(page.locator(".state-line"))
                    .containsText("Cancelled by clinic: clinic is closed");
            Browser.picture(page, "desk-phone-cancelled");
            page.locator("button >> text=Yes, told").click();
            assertThat(page.locator(".ask-told")).hasCount(0);
            assertThat(visit().cancelReason()).isEqualTo(CancelReason.CLOSED);
        }
    }

    private AppointmentDetails visit() {
        UUID id = appointments.ofPatient(patient.id()).newestFirst().get(0).id();
        return appointments.details(id).orElseThrow();
    }

    private Page signedIn(Page page) {
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }

    /** Letters that no other test uses, for a name that only this one finds. */
    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
