package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.ilium.fixture.HangingRelay;
import org.ilium.fixture.HangingRelay.Step;
import org.ilium.fixture.SmtpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real relay that hangs here or there: the letter is given up in time, and tells truly why. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class SlowRelayTest {

    @Inject SmtpRelay relay;
    @Inject Clock clock;

    private HangingRelay server;
    private SmtpTransport smtp;

    @BeforeEach
    void aRelayAndLittlePatience() {
        SmtpServer.down();
        server = HangingRelay.on(SmtpServer.port());
        smtp = new SmtpTransport(relay, Duration.ofSeconds(1), clock);
    }

    @AfterEach
    void itEnds() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void whereverItHangsBeforeTheTextTheLetterIsGivenUpAndDidNotLeave(Step step) {
        server.hang(step, "");

        TransportException given = refused();

        assertThat(given.permanent()).isFalse();
        assertThat(given).hasMessageContaining("did not answer in time");
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"GREETING", "RCPT", "DOT"})
    void aRelayThatSaysAByteNowAndThenIsGivenUpToo(Step step) {
        server.hang(step, "");
        server.trickle();

        assertThat(refused().permanent()).isFalse();
    }

    @Test
    void aLetterItTookWithoutAWordMayArriveTwiceWithTheSameMessageId() throws Exception {
        server.hang(Step.DOT, "");
        assertThat(refused()).hasMessageContaining("did not confirm");

        server.hang(Step.DOT, "nobody");
        smtp.send(letter());

        assertThat(server.received())
                .hasSize(2)
                .allMatch(text -> text.contains("Message-ID: <the-same@clinic.example>"));
    }

    @Test
    void aLetterNamesNobodyInCopy() throws Exception {
        smtp.send(letter());

        assertThat(server.received().get(0)).doesNotContain("Cc:").contains("To: demo.ada@");
    }

    private TransportException refused() {
        return catchThrowableOfType(TransportException.class, () -> smtp.send(letter()));
    }

    private static Letter letter() {
        return new Letter(
                UUID.randomUUID(),
                new Letter.Mailbox("", "hello@clinic.example"),
                null,
                "demo.ada@example.org",
                "Hello",
                "Hello",
                "<p>Hello</p>",
                null,
                Map.of("Message-ID", "<the-same@clinic.example>"),
                null);
    }
}
