package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page holds what the Content-Security-Policy refuses; mail, shown in a frame, may. */
class PagesWithoutStylesOfTheirOwnTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** In small letters, as all of our tags are: {@code onError=} is a template's own word. */
    private static final Pattern INLINE =
            Pattern.compile(
                    "\\sstyle\\s*=|<style|<script(?![^>]*\\ssrc=)|\\son(?:click|change|submit|load|input|focus|blur|error|key[a-z]+|mouse[a-z]+)\\s*=|hx-on|javascript:|srcdoc");

    @Test
    void noPageBringsAStyleOrAScriptInItself() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".html"))
                            .filter(file -> !file.getFileName().toString().endsWith("Html.html"))
                            .toList();
            assertThat(pages).hasSizeGreaterThan(50);
            assertThat(pages).filteredOn(page -> INLINE.matcher(read(page)).find()).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
