package org.ilium.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicReviewTest {

    @Test
    void aShortTextIsShownWhole() {
        PublicReview review = of("Kind and clear.");

        assertThat(review.isLong()).isFalse();
        assertThat(review.excerpt()).isEqualTo("Kind and clear.");
        assertThat(review.rest()).isEmpty();
    }

    @Test
    void aLongTextIsFoldedBetweenTwoWordsAndLosesNothing() {
        String text = "walk ".repeat(100).strip();

        PublicReview review = of(text);

        assertThat(review.excerpt()).endsWith("walk").hasSizeLessThanOrEqualTo(280);
        assertThat(review.excerpt() + review.rest()).isEqualTo(text);
    }

    @Test
    void aLongWordIsNeverCutInsideACharacter() {
        String text = "a" + "😀".repeat(400);

        PublicReview review = of(text);

        assertThat(
                        Character.isHighSurrogate(
                                review.excerpt().charAt(review.excerpt().length() - 1)))
                .isFalse();
        assertThat(review.excerpt() + review.rest()).isEqualTo(text);
    }

    @Test
    void wordsAboutTheBodyAreFoundAndOthersAreNot() {
        assertThat(SensitiveWords.in("My pregnancy and my BABY. The baby was fine."))
                .containsExactly("pregnancy", "baby");
        assertThat(SensitiveWords.in("Friendly staff, easy parking, laborious form.")).isEmpty();
    }

    @Test
    void aNameIsShownInTheStyleItsOwnerPicked() {
        assertThat(NameStyle.FIRST_NAME.shown("Ada", "Demo")).isEqualTo("Ada");
        assertThat(NameStyle.INITIALS.shown("ada", "Demo")).isEqualTo("A. D.");
        assertThat(NameStyle.ANONYMOUS.shown("Ada", "Demo")).isEqualTo("A patient");
    }

    @Test
    void theCountsSaySingularAndPlural() {
        assertThat(new ReviewCounts(9, 6, 2, 1, 0, 4, 3.5).sentence())
                .isEqualTo("1 of 2 publishable reviews shown; 4 kept private by their authors.");
        assertThat(new ReviewCounts(9, 2, 1, 1, 0, 1, 4.0).sentence())
                .isEqualTo("1 of 1 publishable review shown; 1 kept private by its author.");
    }

    private static PublicReview of(String text) {
        return new PublicReview(
                UUID.randomUUID(), 4, text, "Ada", null, YearMonth.of(2026, 11), true);
    }
}
