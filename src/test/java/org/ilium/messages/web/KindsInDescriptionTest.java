package org.ilium.messages.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.ilium.fixture.ApiDocument;
import org.junit.jupiter.api.Test;

/** A program that reads messages finds every kind that a feature contributes. */
@QuarkusTest
class KindsInDescriptionTest {

    @Test
    void theKindsOfAllFeaturesAreListed() {
        assertThat(ApiDocument.read().schema("MailKind").get("enum"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsSubsequence(
                        "appointment-booked",
                        "appointment-moved",
                        "appointment-cancelled",
                        "appointment-restored",
                        "plan",
                        "review-ask");
    }

    @Test
    void aMessageRefersToThem() {
        assertThat(ApiDocument.read().schema("Message").get("properties"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("kind", Map.of("$ref", "#/components/schemas/MailKind"));
    }
}
