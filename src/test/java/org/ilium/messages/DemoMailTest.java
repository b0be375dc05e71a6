package org.ilium.messages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.demo.DemoProfile;
import org.ilium.fixture.ClinicFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo's mailbox, in a program that runs as a newcomer starts it. */
@QuarkusTest
@TestProfile(DemoProfile.Used.class)
class DemoMailTest {

    @Inject OutboxWorker worker;
    @Inject MailSettings settings;
    @Inject Deliveries deliveries;
    @Inject LocalOutbox mailbox;
    @Inject OutboxDesk desk;

    AppointmentDetails booked;

    @BeforeEach
    void aBookingWhoseMailStayedHere() {
        desk.clear();
        ClinicFixture clinic = ClinicFixture.open();
        booked = clinic.booked(clinic.at("10:00"));
        worker.sendDue(settings.transport().orElseThrow());
    }

    @Test
    void aMessageCountsAsSentAndIsKeptAsItWouldHaveLeft() {
        assertThat(settings.isLocal()).isTrue();
        assertThat(deliveries.about(booked.id()))
                .extracting(Delivery::status)
                .containsExactly(MailStatus.SENT);
        LocalOutbox.Sent mail = mailbox.newest(1).get(0);
        assertThat(mail.subject()).startsWith("Booked: ").endsWith(", Demo Clinic");
        assertThat(mail.headers())
                .contains("From: Demo Clinic <")
                .contains("Message-ID: <" + mail.id() + "@")
                .contains("method=PUBLISH");
        assertThat(mail.plain()).contains("/a/");
        assertThat(mail.calendar()).contains("BEGIN:VEVENT");
    }

    @Test
    void theMailboxShowsItToAnyoneAtTheDemo() {
        String id = mailbox.newest(1).get(0).id().toString();

        given().get("/dev/mail")
                .then()
                .statusCode(200)
                .body(containsString("Booked: "))
                .body(containsString("/dev/mail/" + id));
        given().get("/dev/mail/" + id)
                .then()
                .statusCode(200)
                .body(containsString("BEGIN:VEVENT"))
                .body(containsString("sandbox="))
                .body(containsString("src=\"/dev/mail/" + id + "/html\""));
        given().get("/dev/mail/" + id + "/html")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .body(startsWith("<!doctype html>"));
        assertThat(
                        given().get("/dev/mail/" + id + "/html")
                                .headers()
                                .getValues("Content-Security-Policy"))
                .as("a browser keeps every policy it gets")
                .hasSize(1);
    }

    @Test
    void anUnknownMessageIsNotFound() {
        given().get("/dev/mail/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/dev/mail/" + UUID.randomUUID() + "/html").then().statusCode(404);
    }
}
