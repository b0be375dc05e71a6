package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.Ports;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.StartTls;
import org.ilium.fixture.TlsRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The README's settings for a relay that wants TLS from the first byte, and a password. */
@QuarkusTest
class RelayTlsTest {

    @Inject OutboxWorker worker;
    @Inject RelaySettings settings;
    @Inject OutboxDesk desk;
    @Inject Deliveries deliveries;

    private int port;
    private SmtpTransport smtp;
    private TlsRelay relay;
    private ClinicFixture clinic;

    @BeforeEach
    void aRelayAndAnEmptyOutbox() {
        desk.clear();
        clinic = ClinicFixture.open();
        port = Ports.free();
        smtp = settings.transport(port, "quarkus.mailer.tls", "true");
        relay = TlsRelay.overTls(port);
    }

    @AfterEach
    void theRelayEnds() {
        relay.close();
    }

    @Test
    void aMailGoesOutOverTlsWithThePassword() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        worker.sendDue(smtp);

        assertThat(relay.received()).hasSize(1);
        ReceivedMail mail = new ReceivedMail(relay.received().get(0));
        assertThat(mail.header("To")).isEqualTo("demo.ada@example.org");
        assertThat(mail.plain()).contains("10:00 AM");
        assertThat(statuses(booked)).containsExactly(MailStatus.SENT);
    }

    @Test
    void aWrongPasswordIsNotedAndTriedAgainAndNothingLeaks() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        relay.changePassword();

        String log;
        try (RelayScene scene = new RelayScene()) {
            worker.sendDue(smtp);
            log = scene.log();
        }

        assertThat(relay.received()).isEmpty();
        assertThat(statuses(booked)).containsExactly(MailStatus.DEFERRED);
        UUID message = deliveries.about(booked.id()).get(0).id();
        assertThat(desk.outcomes(message)).containsExactly("deferred");
        assertThat(desk.everythingKept())
                .contains("refused the user or password")
                .doesNotContain(RelayScene.secrets());
        assertThat(log)
                .contains("refused the user or password")
                .doesNotContain(RelayScene.secrets())
                .doesNotContain("10:00 AM");
    }

    @Test
    void aRelayNobodyVouchesForIsToldNothing() {
        relay.close();
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        try (StartTls impostor = StartTls.impostorOn(port)) {
            worker.sendDue(smtp);

            assertThat(impostor.relay().received()).isEmpty();
        }

        assertThat(statuses(booked)).containsExactly(MailStatus.DEFERRED);
        assertThat(desk.everythingKept()).contains("no certificate we can trust");
    }

    private List<MailStatus> statuses(AppointmentDetails booked) {
        return deliveries.about(booked.id()).stream().map(Delivery::status).toList();
    }
}
