package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WayBackTest {

    private static final int REFUSED = 409;

    @Test
    void aRefusalAnywhereUnderHerLinkLeadsBackToIt() {
        assertThat(WayBack.of("/r/a_B-9/share", REFUSED))
                .isEqualTo(new WayBack("/r/a_B-9", "Back to your review"));
        assertThat(WayBack.of("/p/a_B-9/done", 400))
                .isEqualTo(new WayBack("/p/a_B-9", "Back to your plan"));
        assertThat(WayBack.of("/a/a_B-9", 403))
                .isEqualTo(new WayBack("/a/a_B-9", "Back to your appointment"));
    }

    @Test
    void aLinkThatOpensNothingIsNoWayBack() {
        assertThat(WayBack.of("/r/a_B-9/share", 404)).isNull();
        assertThat(WayBack.of("/r/a_B-9/share", 410)).isNull();
    }

    @Test
    void otherPagesHaveNone() {
        assertThat(WayBack.of("/book", REFUSED)).isNull();
        assertThat(WayBack.of("/patients/9", REFUSED)).isNull();
        assertThat(WayBack.of("/p/\"><b>", REFUSED)).isNull();
        assertThat(WayBack.of("/p/", REFUSED)).isNull();
    }
}
