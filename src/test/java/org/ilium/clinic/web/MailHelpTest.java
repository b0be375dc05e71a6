package org.ilium.clinic.web;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailHelpTest {

    @Test
    void beforeAPasswordIsSentTheServerIsToldToUseTls() {
        SignedIn.as(Roles.ADMINISTRATOR)
                .get("/settings/mail")
                .then()
                .statusCode(200)
                .body(containsString("QUARKUS_MAILER_PASSWORD"))
                .body(containsString("QUARKUS_MAILER_START_TLS=REQUIRED"))
                .body(containsString("QUARKUS_MAILER_TLS=true"));
    }
}
