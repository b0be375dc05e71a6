package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ilium.clinic.TellingWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others may see of a mail says nothing about her health. */
class DiscretionTest {

    private static final Path LAYOUTS = Path.of("src/main/resources/templates/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bloom Pelvic Health",
                "WOMEN'S PT",
                "Prenatal & Postpartum",
                "Smith Physical Therapy",
                "Back Pain Center",
                "Miscarriage Care",
                "Stillbirth Recovery",
                "Pregnancy Loss PT",
                "Fertility First"
            })
    void aNameThatTellsIsKeptOutOfSubjectAndSender(String name) {
        assertThat(TellingWords.giveAway(name)).isTrue();
        assertThat(Discretion.subject("Your plan from ", name, "", "Your plan"))
                .isEqualTo("Your plan");
        assertThat(Discretion.sender(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Demo Clinic", "Riverside", "The Corner House", "Dr. Demo"})
    void aNeutralNameIsShown(String name) {
        assertThat(Discretion.subject("Your plan from ", name, "", "Your plan"))
                .isEqualTo("Your plan from " + name);
        assertThat(Discretion.sender(name)).isEqualTo(name);
    }

    /** The whole plan is the one exception, and it goes only to whom asked for it. */
    @ParameterizedTest
    @MethodSource("letters")
    void noTemplateHasAWordOfHealth(String template) throws IOException {
        assertThat(TellingWords.giveAway(Files.readString(TEMPLATES.resolve(template)))).isFalse();
    }

    @Test
    void theLettersOfAllFeaturesAreLookedAt() throws IOException {
        assertThat(letters())
                .contains(
                        "messages/layoutText.txt",
                        "messages/layoutHtml.html",
                        "booking/appointmentText.txt",
                        "booking/appointmentHtml.html",
                        "programs/planNoticeText.txt",
                        "programs/planNoticeHtml.html",
                        "reviews/reviewAskText.txt",
                        "reviews/reviewAskHtml.html");
    }

    /** The layouts of letters and whatever is written on them, but for the whole plan. */
    private static List<String> letters() throws IOException {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            return all.filter(Files::isRegularFile)
                    .filter(DiscretionTest::isLetter)
                    .map(file -> TEMPLATES.relativize(file).toString())
                    .filter(name -> !name.startsWith("programs/planFull"))
                    .toList();
        }
    }

    private static boolean isLetter(Path template) {
        try {
            return template.startsWith(LAYOUTS)
                            && template.getFileName().toString().startsWith("layout")
                    || Files.readString(template).contains("{#include messages/layout");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"programs/planFullHtml.html,Your plan", "programs/planFullText.txt,Your plan"})
    void evenTheWholePlansHeadingIsNeutral(String template, String heading) throws IOException {
        String text = Files.readString(TEMPLATES.resolve(template));

        assertThat(text).contains("{#heading}" + heading + "{/heading}");
        assertThat(text.lines().filter(line -> line.startsWith("{#preheader}")))
                .noneMatch(TellingWords::giveAway);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/", "/p/", "/r/", "/unsubscribe/", "appointment.ics"})
    void noAddressOrFileNameTells(String part) {
        assertThat(TellingWords.giveAway(part)).isFalse();
    }

    /** The tests above would pass on an empty list of words, this one would not. */
    @ParameterizedTest
    @ValueSource(
            strings = {"A pelvic tilt", "your pregnancy", "Back pain?", "2 exercises", "a birth"})
    void theListOfWordsWouldCatchAPlan(String text) {
        assertThat(TellingWords.giveAway(text)).isTrue();
    }
}
