package org.ilium.booking.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "東", "🏥", "a🏥é", "e\u0301"})
    void noLineHasMoreThan75OctetsAndUnfoldedItIsAsItWas(String letters) {
        IntStream.rangeClosed(0, 160)
                .mapToObj(n -> "LOCATION:" + letters.repeat(n) + "\r\nEND:VEVENT\r\n")
                .forEach(
                        file -> {
                            String folded = ContentLines.folded(file);

                            assertThat(folded.split("\r\n"))
                                    .allSatisfy(
                                            line -> assertThat(octets(line)).hasSizeLessThan(76));
                            assertThat(new String(octets(folded), StandardCharsets.UTF_8))
                                    .as("no letter is parted")
                                    .isEqualTo(folded);
                            assertThat(folded.replace("\r\n ", "")).isEqualTo(file);
                        });
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
