package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nBcc: eve@example.org", "a\u2028b", "a\tb"})
    void aLetterWithALineBreakInAHeaderCannotBeMade(String broken) {
        assertThatThrownBy(() -> letter(broken, "Your plan", "v"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("a@b.example", broken, "v"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("a@b.example", "Your plan", broken))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Letter.Mailbox(broken, "a@b.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Letter letter(String to, String subject, String header) {
        return new Letter(
                UUID.randomUUID(),
                new Letter.Mailbox("", "clinic@b.example"),
                null,
                to,
                subject,
                "text",
                "html",
                null,
                Map.of("X-Test", header),
                null);
    }
}
