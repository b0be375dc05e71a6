package org.ilium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Demo O'Ada-Lovelace",
                "Zoë Brontë",
                "Zoe\u0308",
                "نیلوفر\u200Cدخت",
                "ശ്രീ\u0D15\u0D4D\u200D\u0D37",
                "村上 あや",
                "Nguyễn Thị Ánh",
                "D'Ã\u0303 2nd"
            })
    void namesStayAsTheyAre(String name) {
        assertThat(TypedText.line(name)).isEqualTo(name);
        assertThat(TypedText.isLine(name)).isTrue();
        assertThat(TypedText.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200B",
                "\u00A0\u00A0",
                "\u200D",
                "\u2060\uFEFF",
                "\u3164",
                "\u2800",
                "\uFE0F",
                "...",
                "\uDB40\uDC41"
            })
    void whatShowsNothingIsNoName(String name) {
        assertThat(TypedText.isName(TypedText.line(name))).isFalse();
    }

    @Test
    void nothingInALongerTextTurnsItRound() {
        assertThat(TypedText.lines("\u202E100 kg\u202C\r\n\u2067kg\u2069")).isEqualTo("100 kg\nkg");
        assertThat(TypedText.lines("\u05E9\u200F ok")).isEqualTo("\u05E9\u200F ok");
    }

    @Test
    void unseenCharactersFallAway() {
        assertThat(TypedText.line("\u202EDemo\u00AD \u00A0\u200BAda\u2069 ")).isEqualTo("Demo Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Demo\nAda",
                "Demo\u2028Ada",
                "Demo\u2029Ada",
                "Demo\uD800",
                "\uDC00Ada",
                "Demo\u0007",
                "Demo\u0085Ada"
            })
    void aLineHasNoBreakAndNoHalfCharacter(String line) {
        assertThat(TypedText.isLine(TypedText.line(line))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nb',3", "'a\rb',3", "'a\nb',3", "'a\r\n\r\nb',4"})
    void aLineEndCountsOnce(String text, int length) {
        String lines = TypedText.lines(text);

        assertThat(lines).hasSize(length).doesNotContain("\r");
        assertThat(TypedText.isText(lines)).isTrue();
    }

    @Test
    void textMayHaveLinesTabsAndEmojiButNoControlsAndHalfCharacters() {
        assertThat(TypedText.isText("a\n\tb \uD83D\uDC69\u200D\uD83C\uDF7C")).isTrue();
        assertThat(TypedText.isText("a\u0000")).isFalse();
        assertThat(TypedText.isText("a\u0007")).isFalse();
        assertThat(TypedText.isText("a\uD800")).isFalse();
    }
}
