package org.ilium.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.ilium.fixture.Browser;
import org.ilium.fixture.ClinicFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers see, on a phone, by day and in the dark, and on paper. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicScreensTest {

    @TestHTTPResource("/")
    URI root;

    private Browser browser;

    @BeforeAll
    void open() {
        browser = new Browser(root.toString());
    }

    @BeforeEach
    void openTheClinic() {
        ClinicFixture.open();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/articles",
                "/articles/when-to-see-a-professional",
                "/reviews",
                "/book",
                "/nothing-here"
            })
    void everyPageIsReadableByDayAndInTheDark(String path) {
        Page phone = browser.phone(true);

        phone.navigate(path);

        Browser.isAccessible(phone);
    }

    @Test
    void paperIsWhiteWhenTheScreenIsDark() {
        Page page = browser.desk();
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(ColorScheme.DARK)
                        .setMedia(Media.PRINT));

        page.navigate("/articles");

        assertThat(background(page, "body")).isEqualTo("rgb(255, 255, 255)");
        assertThat(background(page, ".card")).isEqualTo("rgb(255, 253, 249)");
    }

    private static Object background(Page page, String selector) {
        return page.locator(selector)
                .first()
                .evaluate("element => getComputedStyle(element).backgroundColor");
    }
}
