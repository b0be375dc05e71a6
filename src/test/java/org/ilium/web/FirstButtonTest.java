package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Enter in a field, and a phone's Go key, press the first button of the form. */
class FirstButtonTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b.*?</form>");
    private static final Pattern BUTTON = Pattern.compile("<button\\b[^>]*>");
    private static final Pattern TYPED =
            Pattern.compile("\\{#field\\b|<input\\b(?![^>]*type=\"(?:hidden|radio|checkbox)\")");

    @Test
    void enterDoesWhatTheFormIsFor() throws IOException {
        List<String> forms = formsToTypeIn();

        assertThat(forms).hasSizeGreaterThan(10);
        for (String form : forms) {
            List<String> buttons = buttons(form);
            if (!buttons.isEmpty()) {
                assertThat(buttons.get(0)).as(form).doesNotContain("formaction", "formnovalidate");
            }
            if (buttons.stream().anyMatch(FirstButtonTest::isPrimary)) {
                assertThat(isPrimary(buttons.get(0))).as(form).isTrue();
            }
        }
    }

    private static boolean isPrimary(String button) {
        return button.contains("primary");
    }

    private static List<String> buttons(String form) {
        return BUTTON.matcher(form)
                .results()
                .map(MatchResult::group)
                .filter(button -> !button.contains("type=\"button\""))
                .toList();
    }

    private static List<String> formsToTypeIn() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> FORM.matcher(read(file)).results().map(MatchResult::group))
                    .filter(form -> TYPED.matcher(form).find())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
