package org.ilium.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookedVia;
import org.ilium.booking.Contact;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

/** The day on paper, by the board's button and by the browser's own command alike. */
@QuarkusTest
class PrintedDayTest {

    private static final String LONG =
            "Demo Maximiliane-Alexandra Featherstonehaugh-Cholmondeley de la Cruz y Santamaria";

    /** Seven and a half inches. */
    private static final int LETTER_WITHIN_MARGINS = 720;

    private static final String RIGHT_TO_LEFT = "ديمو فاطمة الزهراء";
    private static final String ONE_WORD = "DemoSupercalifragilisticexpialidociousSuryani";

    @TestHTTPResource("/")
    URI root;

    @Inject BookingAppointments booking;
    @Inject AppointmentChanges changes;

    @Test
    void everyoneStandsOnItInFullWithPhoneServicePlaceAndState() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        ClinicFixture clinic = ClinicFixture.open();
        clinic.addPractitioner("Demo Second", null);
        String[] names = {LONG, RIGHT_TO_LEFT, ONE_WORD, "Demo Gone"};
        String[] phones = {"+13125550171", "+13125550172", "+442079460958", "+13125550174"};
        AppointmentDetails last = null;
        for (int i = 0; i < names.length; i++) {
            last = enter(clinic, i, new Contact(names[i], phones[i], null));
        }
        changes.cancelByStaff(last.id(), last.version(), ClinicFixture.BY_CLINIC).orThrow();

        try (Browser browser = new Browser(root.toString())) {
            Page page = signedIn(browser.desk());
            page.navigate("/desk/" + clinic.day());
            Locator list = page.locator(".day-list");
            assertThat(list).isHidden();
            page.evaluate("() => { window.print = () => { window.printed = true; } }");
            page.locator("[data-print]").click();
            assertThat(page.evaluate("() => window.printed")).isEqualTo(true);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(LETTER_WITHIN_MARGINS, 960);

            assertThat(list).isVisible();
            assertThat(page.locator(".board")).isHidden();
            assertThat(page.locator(".desk-side")).isHidden();
            for (String name : List.of(LONG, RIGHT_TO_LEFT, ONE_WORD)) {
                assertThat(list.locator(".name", new Locator.LocatorOptions().setHasText(name)))
                        .isVisible();
            }
            assertThat(list).containsText("Demo Clinic");
            assertThat(list).containsText("Demo Second");
            assertThat(list).containsText("No visits.");
            assertThat(list).containsText("(312) 555-0171");
            assertThat(list).containsText("7946 0958");
            assertThat(list).containsText("By phone");
            Locator gone =
                    list.locator("tr.gone", new Locator.LocatorOptions().setHasText("Demo Gone"));
            assertThat(gone).containsText("Cancelled");
            assertThat(
                            list.evaluate(
                                    """
                                    list => [...list.querySelectorAll('td, th')].filter(cell =>
                                      cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent).join()"""))
                    .isEqualTo("");
            page.pdf(
                    new Page.PdfOptions()
                            .setPreferCSSPageSize(true)
                            .setPath(Path.of("target", "screenshots", "desk-day.pdf")));
        }
    }

    private AppointmentDetails enter(ClinicFixture clinic, int hour, Contact contact) {
        return booking.enter(
                        new StaffBooking(
                                clinic.slot(clinic.at("09:00").plusSeconds(3600L * hour)),
                                null,
                                contact,
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                false,
                                BookedVia.STAFF))
                .orThrow();
    }

    private Page signedIn(Page page) {
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        page.context()
                .addCookies(List.of(new Cookie(SignedIn.COOKIE, token).setUrl(root.toString())));
        return page;
    }
}
