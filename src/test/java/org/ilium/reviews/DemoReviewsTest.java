package org.ilium.reviews;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoReviewsTest {

    @Inject DemoReviews demo;

    @Test
    void noReviewIsMadeUpOutsideTheDemo() {
        ReviewScene scene = new ReviewScene();
        var visit = scene.completedVisit(scene.patient());

        assertThatThrownBy(() -> demo.add(visit, 5, "Lovely.", NameStyle.FIRST_NAME, null))
                .isInstanceOf(IllegalStateException.class);
    }
}
