package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A note of several lines is as long as the browser says it is. */
class TypedLinesTest {

    private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void aLineEndCountsOnce() {
        String lines = ("a".repeat(99) + "\r\n").repeat(4) + "a".repeat(100);
        String words = ("a".repeat(99) + "\r\n").repeat(19) + "a".repeat(100);

        assertThat(validator.validate(new DraftInput.ItemNote(lines))).isEmpty();
        assertThat(validator.validate(new DraftInput.Item("cat-cow", null, lines))).isEmpty();
        assertThat(validator.validate(new DraftInput.Words("Week 1", words))).isEmpty();
        assertThat(validator.validate(new DraftInput("Week 1", words, List.of()))).isEmpty();
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(validator.validate(new DraftInput.Words("Week\ud800", null))).hasSize(1);
    }
}
