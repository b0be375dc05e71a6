package org.ilium.patients.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ilium.access.Roles;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding, registering and describing a patient in a real browser, with axe looking on. */
@QuarkusTest
class PatientScreensTest {

    /** What is focused, when another thing lies over it or it is out of sight. */
    private static final String COVERED =
            """
            () => {
              const focused = document.activeElement;
              if (focused === document.body) return null;
              const box = focused.getBoundingClientRect();
              const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              return top && (focused.contains(top) || top.contains(focused)) ? null : focused.outerHTML;
            }""";

    @TestHTTPResource("/")
    URL home;

    @Inject Patients patients;
    @Inject TestClock clock;

    @Test
    void theDeskFindsRegistersAndDescribesAPatient() {
        ClinicFixture clinic = ClinicFixture.open();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clinic.zone());
        String family = "Qu" + SomePatient.name();
        String phone = SomePatient.phone();
        PatientInfo ada = SomePatient.registered(family, phone);
        patients.recordEpisode(ada.id(), described(today), null).orThrow();
        PatientInfo bea =
                patients.register(
                                PatientEntry.of(
                                        "Demo", family + "-Bea", null, SomePatient.phone(), null),
                                true)
                        .orThrow();
        patients.recordEpisode(
                        bea.id(),
                        EpisodeEntry.postpartum(today.minusDays(45), BirthMode.CAESAREAN),
                        null)
                .orThrow();
        patients.register(PatientEntry.of("Demo", family + "-Cleo", null, null, null), true);

        try (Browser browser = new Browser(home.toString())) {
            Page page = browser.desk();
            page.context()
                    .addCookies(
                            List.of(
                                    new Cookie(
                                                    SignedIn.COOKIE,
                                                    SignedIn.session(Roles.FRONT_DESK).token())
                                            .setUrl(home.toString())));
            finds(page, family);
            registers(page, family, phone);
            look(page, "/patients/" + ada.id() + "/edit", "patient-edit");
            page.navigate("/patients/" + ada.id() + "/episode");
            assertThat(page.locator(".weeks-now")).containsText("21 weeks 3 days pregnant");
            look(page, "/patients/" + ada.id() + "/episode", "patient-episode");
            page.setViewportSize(360, 780);
            look(page, "/patients/" + ada.id() + "/episode", "patient-episode-narrow");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1366, 1440})
    void nothingCoversWhatIsTabbedToInTheFormOfPregnancyAndHealth(int width) {
        ClinicFixture.open();
        PatientInfo ada = SomePatient.registered(SomePatient.name(), SomePatient.phone());
        try (Browser browser = new Browser(home.toString())) {
            Page page = browser.desk();
            String token = SignedIn.session(Roles.THERAPIST).token();
            page.context()
                    .addCookies(
                            List.of(new Cookie(SignedIn.COOKIE, token).setUrl(home.toString())));
            page.setViewportSize(width, 768);
            page.navigate("/patients/" + ada.id() + "/episode");
            Browser.isAccessible(page);

            page.locator("input[name=stage]").first().focus();
            for (int i = 0; i < 70; i++) {
                page.keyboard().press("Tab");
                assertThat(page.evaluate(COVERED)).as("tab " + i).isEqualTo(null);
            }
        }
    }

    private static void finds(Page page, String family) {
        page.navigate("/patients");
        Browser.isAccessible(page);
        page.locator("h1").click();
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type(family);
        // a cold start on a busy machine is slow; how fast it is, other tests ask
        assertThat(page.locator(".hit"))
                .hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/patients$"));
        Browser.isAccessible(page);
        Browser.picture(page, "patients-found");
    }

    private static void registers(Page page, String family, String phone) {
        page.navigate("/patients/new");
        Browser.isAccessible(page);
        page.locator("#givenName").fill("Demo");
        page.locator("#familyName").fill(family);
        page.locator("#phone").fill(phone);
        page.locator("#familyName").press("Enter");
        assertThat(page.locator("#likely")).containsText("Same phone number");
        Browser.isAccessible(page);
        Browser.picture(page, "patient-duplicate");
    }

    private static void look(Page page, String path, String name) {
        page.navigate(path);
        Browser.isAccessible(page);
        Browser.picture(page, name);
    }

    private static EpisodeEntry described(LocalDate today) {
        return new EpisodeEntry(
                Stage.PREGNANT,
                today.plusDays(280 - 150),
                null,
                BirthMode.UNKNOWN,
                1,
                Set.of(Condition.PELVIC_GIRDLE_PAIN, Condition.UNWELL_LYING_ON_BACK),
                null,
                "Upper back hurts when sitting");
    }
}
