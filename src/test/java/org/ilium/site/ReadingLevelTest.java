package org.ilium.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingLevelTest {

    private static final double SIXTH_GRADE = 6.5;
    private static final int LONGEST_SENTENCE = 18;

    static Stream<String> articles() {
        return Articles.shipped().stream().map(Article::slug);
    }

    @ParameterizedTest
    @MethodSource("articles")
    void anArticleIsWrittenForSixthGradersInShortSentences(String slug) {
        List<String> lines = lines(article(slug));

        assertThat(ReadingLevel.grade(lines)).isLessThanOrEqualTo(SIXTH_GRADE);
        assertThat(lines.stream().flatMap(line -> ReadingLevel.sentences(line).stream()))
                .allSatisfy(
                        sentence ->
                                assertThat(ReadingLevel.words(sentence))
                                        .as(sentence)
                                        .hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic.html", "articles.html", "article.html", "notSetUp.html"})
    void aPageIsWrittenForSixthGraders(String template) throws IOException {
        List<String> lines = linesOfTemplate(template);

        assertThat(lines).isNotEmpty();
        assertThat(ReadingLevel.grade(lines)).isLessThanOrEqualTo(SIXTH_GRADE);
    }

    @Test
    void hardTextIsFoundOut() {
        List<String> hard =
                List.of(
                        "Physiological adaptations throughout gestation necessitate considerable"
                                + " musculoskeletal accommodation.");

        assertThat(ReadingLevel.grade(hard)).isGreaterThan(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "slow", "hold", "come", "shoes", "worked", "breathe"})
    void oneSyllableIsCountedOnce(String word) {
        assertThat(ReadingLevel.syllables(word)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pregnancy", "physical", "therapist", "exercise", "uterus"})
    void threeSyllablesAreCountedThrice(String word) {
        assertThat(ReadingLevel.syllables(word)).isEqualTo(3);
    }

    private static Article article(String slug) {
        return Articles.shipped().stream()
                .filter(article -> article.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    /** Everything but the citations, which carry the names their publishers gave. */
    private static List<String> lines(Article article) {
        return Stream.concat(
                        Stream.of(article.title(), article.summary(), article.lede()),
                        article.parts().stream()
                                .flatMap(
                                        part ->
                                                Stream.of(
                                                                List.of(part.heading()),
                                                                part.text(),
                                                                part.points())
                                                        .flatMap(List::stream)))
                .toList();
    }

    /** The words between the tags; a new element is a new sentence, a placeholder is no word. */
    private static List<String> linesOfTemplate(String name) throws IOException {
        String template = Files.readString(Path.of("src/main/resources/templates/site", name));
        String text =
                template.replaceAll("(?s)<svg.*?</svg>|<title>.*?</title>", "")
                        .replaceAll("\\{[^}]*}", " ")
                        .replaceAll("</?(a|span|strong|em)\\b[^>]*>", "")
                        .replaceAll("<[^>]*>", "\n");
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
