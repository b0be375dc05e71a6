package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the composer writes, read back by another library. */
class MimeLetterTest {

    private static final String LONG_LINE = "Périnée und Füße ".repeat(200);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Demo Clinic",
                "Zoë",
                "Rééducation Périnéale",
                "Rééducation Périnéale du Lac Léman et de la Vallée de la Dranse, près d'Évian",
                "Clinic, Demo",
                "Demo \"the best\" Clinic",
                "Demo <eve@example.org>",
                "Demo \\ Clinic; (old) : new @ home",
                "Dr. Demo",
                "עדה לדוגמה",
                "عيادة \"التجربة\", الأولى",
                "診療所デモ，東京都港区一丁目二番三号の長い長い長い長い名前",
                "👩‍⚕️👩🏽‍⚕️ Demo 🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥",
                "e\u0301tude a\u0308rztin",
                "A name of nothing but plain letters that is a good deal longer than any one line"
            })
    void whateverTheClinicIsCalledItsNameArrivesAsItIs(String name) throws Exception {
        String subject = "Your appointment with " + name;
        String calendar = "BEGIN:VCALENDAR\r\nSUMMARY:" + name + "\r\nEND:VCALENDAR\r\n";

        byte[] octets = octets(letter(name, subject, calendar));

        assertThat(new String(octets, StandardCharsets.ISO_8859_1))
                .as("line ends and bits")
                .matches("(?s)([\\x20-\\x7e\\t]{0,998}\r\n)*+[\\x20-\\x7e]*");
        ParsedLetter parsed = ParsedLetter.of(octets);
        assertThat(parsed.message().getFrom()).hasSize(1);
        assertThat(parsed.from().getAddress()).isEqualTo("hello@clinic.example");
        assertThat(parsed.from().getName()).isEqualTo(name);
        assertThat(parsed.message().getTo()).hasToString("[demo.ada@example.org]");
        assertThat(parsed.message().getCc()).isNull();
        assertThat(parsed.message().getReplyTo()).hasToString("[desk@clinic.example]");
        assertThat(parsed.subject()).isEqualTo(subject);
        assertThat(parsed.header("Message-ID")).isEqualTo("<the-same@clinic.example>");
        assertThat(parsed.text("text/plain")).isEqualTo(name + "\r\n.\r\n\r\nlast");
        assertThat(parsed.text("text/html")).isEqualTo("<p>" + LONG_LINE + "</p>");
        assertThat(parsed.text("text/calendar")).isEqualTo(calendar);
    }

    private static Letter letter(String name, String subject, String calendar) {
        return new Letter(
                UUID.randomUUID(),
                new Letter.Mailbox(name, "hello@clinic.example"),
                "desk@clinic.example",
                "demo.ada@example.org",
                subject,
                name + "\n.\n\r\nlast",
                "<p>" + LONG_LINE + "</p>",
                new Letter.CalendarPart("appointment.ics", "PUBLISH", calendar),
                Map.of("Message-ID", "<the-same@clinic.example>"),
                null);
    }

    private static byte[] octets(Letter letter) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new MimeLetter(letter, Session.getInstance(new Properties()), Instant.EPOCH)
                .writeTo(octets);
        return octets.toByteArray();
    }
}
