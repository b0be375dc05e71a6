package org.ilium.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @Test
    void aSendersNameCannotEndItsHeader() {
        String header = HeaderText.withName("A\" <x@y.z>\r\nBcc: eve@example.org", "a@b.example");

        assertThat(header).isEqualTo("\"A x@y.z Bcc: eve@example.org\" <a@b.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nBcc: eve@example.org", "a\u2028b", "a\tb"})
    void aLetterWithALineBreakInAHeaderCannotBeMade(String broken) {
        assertThatThrownBy(() -> letter(broken, "Your plan", "v"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("a@b.example", broken, "v"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("a@b.example", "Your plan", broken))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Letter letter(String to, String subject, String header) {
        return new Letter(
                UUID.randomUUID(),
                "clinic@b.example",
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
