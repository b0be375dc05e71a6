package org.ilium.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a number is turned into is what the style sheet makes of it. */
class DigitsTest {

    private static final String SHEET = sheet();

    @Property(tries = 300)
    void theStyleSheetAddsTheDigitsUpToTheNumber(
            @ForAll Digits.Of what, @ForAll @IntRange(max = Digits.MOST) int number) {
        int sum = 0;
        for (String name : Digits.of(what, number).split(" ")) {
            sum += valueOf(name);
        }

        assertThat(sum).isEqualTo(number);
    }

    private static int valueOf(String name) {
        if (name.substring(2).equals("0")) {
            return 0;
        }
        String rule = "." + name + " { --" + name.substring(0, 2) + ": ";
        int at = SHEET.indexOf(rule);
        assertThat(at).as(rule).isPositive();
        return Integer.parseInt(
                SHEET.substring(at + rule.length(), SHEET.indexOf(';', at + rule.length())));
    }

    private static String sheet() {
        try {
            return Files.readString(
                    Path.of("src", "main", "resources", "META-INF", "resources", "desk.css"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
