package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class CallersAddressTest {

    @Test
    void anOldAddressIsOneCaller() {
        assertThat(CallersAddress.network("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(CallersAddress.network("203.0.113.8")).isNotEqualTo("203.0.113.7");
    }

    @Test
    void allAddressesOfOneSubscriberAreOneCaller() {
        String first = CallersAddress.network("2001:db8:1:2::1");

        assertThat(CallersAddress.network("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(first);
        assertThat(CallersAddress.network("2001:db8:1:3::1")).isNotEqualTo(first);
    }

    @Test
    void anOldAddressWrittenAsANewOneIsTheSameCaller() {
        assertThat(CallersAddress.network("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void whatIsNoAddressIsTakenAsItIs() {
        assertThat(CallersAddress.network("unknown:x")).isEqualTo("unknown:x");
        assertThat(CallersAddress.of(null)).isEmpty();
        assertThat(CallersAddress.of(SocketAddress.inetSocketAddress(1, "203.0.113.7")))
                .isEqualTo("203.0.113.7");
    }
}
