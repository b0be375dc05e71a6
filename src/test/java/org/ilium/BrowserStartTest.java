package org.ilium;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.ilium.fixture.Browser;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrowserStartTest {

    @TestHTTPResource("/")
    URI root;

    @Test
    void anUnknownPageIsAccessible() {
        try (Browser browser = new Browser(root.toString())) {
            Page page = browser.phone(true);

            page.navigate("/no-such-page");

            Browser.picture(page, "unknown-page");
            Browser.isAccessible(page);
        }
    }
}
