package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ilium.booking.AppointmentStatus;
import org.ilium.fixture.ApiDocument;
import org.ilium.messages.MailStatus;
import org.ilium.patients.PlanDelivery;
import org.ilium.reviews.WithholdReason;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.Test;

/** The words that a program may send or get are in the description, as the code has them. */
@QuarkusTest
class ClosedWordsTest {

    @Test
    void everyQuestionOfABookingIsThere() {
        Map<String, Map<String, Object>> questions = property("Booking", "redFlags", "properties");

        assertThat(questions.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(RedFlag.values()).map(RedFlag::code).toList());
        assertThat(questions.get("fever")).containsEntry("description", RedFlag.FEVER.question());
    }

    @Test
    void aFieldRefersToItsWords() {
        Object stage = ApiDocument.read().schema("Booking").get("properties");

        assertThat(((Map<?, ?>) stage).get("stage"))
                .isEqualTo(Map.of("$ref", "#/components/schemas/Stage"));
    }

    @Test
    void theWordsAreTheCodes() {
        assertThat(words("Stage")).isEqualTo(codes(Stage.values(), Stage::code));
        assertThat(words("AppointmentStatus"))
                .isEqualTo(codes(AppointmentStatus.values(), AppointmentStatus::code));
        assertThat(words("MailStatus")).isEqualTo(codes(MailStatus.values(), MailStatus::code));
        assertThat(words("PlanDelivery"))
                .isEqualTo(codes(PlanDelivery.values(), PlanDelivery::code));
        assertThat(ClosedWordsTest.<List<String>>property("ReviewDecision", "reason", "enum"))
                .isEqualTo(codes(WithholdReason.values(), WithholdReason::code));
        assertThat(ClosedWordsTest.<List<String>>property("WeeklyHours", "day", "enum"))
                .startsWith("monday")
                .endsWith("sunday");
    }

    @Test
    void noConstantOfJavaIsLeft() {
        Object components = ApiDocument.read().document().get("components");

        assertThat(String.valueOf(((Map<?, ?>) components).get("schemas")))
                .doesNotContainPattern("enum=\\[[^\\]]*[A-Z]");
    }

    private static List<String> words(String schema) {
        @SuppressWarnings("unchecked")
        List<String> words = (List<String>) ApiDocument.read().schema(schema).get("enum");
        return words;
    }

    private static <E> List<String> codes(E[] words, java.util.function.Function<E, String> code) {
        return Arrays.stream(words).map(code).toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> T property(String schema, String field, String key) {
        Map<?, ?> fields = (Map<?, ?>) ApiDocument.read().schema(schema).get("properties");
        return (T) ((Map<?, ?>) fields.get(field)).get(key);
    }
}
