package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.Ports;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.StartTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The README's settings for a relay that begins in the clear and wants STARTTLS, then a password.
 */
@QuarkusTest
class RelayStartTlsTest {

    @Inject RelaySettings settings;
    @Inject OutboxWorker worker;
    @Inject OutboxDesk desk;
    @Inject Deliveries deliveries;

    private SmtpTransport smtp;
    private StartTls door;
    private ClinicFixture clinic;

    @BeforeEach
    void aRelayAndAnEmptyOutbox() {
        desk.clear();
        clinic = ClinicFixture.open();
        int port = Ports.free();
        smtp = settings.transport(port, "quarkus.mailer.start-tls", "REQUIRED");
        door = StartTls.on(port);
    }

    @AfterEach
    void theRelayEnds() {
        door.close();
    }

    @Test
    void aMailGoesOutAfterTheChangeToTls() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        worker.sendDue(smtp);

        assertThat(door.relay().received()).hasSize(1);
        assertThat(new ReceivedMail(door.relay().received().get(0)).plain()).contains("10:00 AM");
        assertThat(statuses(booked)).containsExactly(MailStatus.SENT);
    }

    @Test
    void aWrongPasswordIsNotedAndTriedAgain() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        door.relay().changePassword();

        worker.sendDue(smtp);

        assertThat(door.relay().received()).isEmpty();
        assertThat(statuses(booked)).containsExactly(MailStatus.DEFERRED);
        assertThat(desk.everythingKept())
                .contains("refused the user or password")
                .doesNotContain(RelayScene.secrets());
    }

    @Test
    void whereTlsIsHiddenNothingIsSaidInTheClear() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        door.offerNoMore();

        worker.sendDue(smtp);

        assertThat(door.heardInTheClear()).doesNotContain("AUTH").doesNotContain("MAIL");
        assertThat(statuses(booked)).containsExactly(MailStatus.DEFERRED);
        assertThat(desk.everythingKept()).contains("offers no TLS");
    }

    /** A relay close by speaks first, before the program has begun to listen. */
    @Test
    void everyGreetingIsHeard() {
        door.offerNoMore();
        Letter letter =
                new Letter(
                        UUID.randomUUID(),
                        new Letter.Mailbox("", "hello@clinic.example"),
                        null,
                        "demo.ada@example.org",
                        "Hello",
                        "Hello",
                        "<p>Hello</p>",
                        null,
                        Map.of(),
                        null);

        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> smtp.send(letter)).hasMessageContaining("offers no TLS");
        }
    }

    private List<MailStatus> statuses(AppointmentDetails booked) {
        return deliveries.about(booked.id()).stream().map(Delivery::status).toList();
    }
}
