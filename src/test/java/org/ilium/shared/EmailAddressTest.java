package org.ilium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "demo.ada@example.org,demo.ada@example.org",
        "demo+tag@Example.CO,demo+tag@example.co",
        "o'demo@example.org,o'demo@example.org",
        "demo@exämple.org,demo@xn--exmple-cua.org",
        "demo@xn--exmple-cua.org,demo@xn--exmple-cua.org"
    })
    void aPlainAddressGoesToARelayWithItsDomainInAscii(String typed, String told) {
        assertThat(EmailAddress.forRelay(typed)).contains(told);
        assertThat(EmailAddress.isPublic(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "demo@",
                "@example.org",
                "demo@example.org\r\nBcc: eve@example.org",
                "demo@example.org, eve@example.org",
                "Demo Ada <demo@example.org>",
                "demo@example.org>",
                "\"a b\"@example.org",
                "\"ab\"@example.org",
                "demo ada@example.org",
                "demo@eve@example.org",
                "demo@example..org",
                "demo@-example.org",
                "demo@example_1.org",
                "demo@exa\u0000mple.org",
                "demo@example\u2028.org",
                "demo\u200b@example.org",
                "démo@example.org",
                "demo@[127.0.0.1]"
            })
    void whatCouldReachAnotherOrNobodyIsNone(String typed) {
        assertThat(EmailAddress.isPublic(typed)).isFalse();
        assertThat(EmailAddress.forRelay(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic@localhost", "demo@127.0.0.1", "demo@example.7"})
    void anAddressOfOneMachineOnlyIsNotPublic(String typed) {
        assertThat(EmailAddress.forRelay(typed)).contains(typed);
        assertThat(EmailAddress.isPublic(typed)).isFalse();
    }

    @Test
    void anAddressLongerThanARelayTakesIsNone() {
        String label = "a".repeat(60);
        String tooLong = "demo@" + (label + ".").repeat(4) + "example.org";

        assertThat(tooLong).hasSizeGreaterThan(254);
        assertThat(EmailAddress.forRelay(tooLong)).isEmpty();
        assertThat(EmailAddress.forRelay("a".repeat(65) + "@example.org")).isEmpty();
    }

    @Test
    void spaceAroundAnAddressFallsAwayForTheRelayOnly() {
        assertThat(EmailAddress.forRelay(" demo@example.org\n")).contains("demo@example.org");
        assertThat(EmailAddress.isPublic("demo@example.org\n")).isFalse();
    }

    @Test
    void noAddressIsNone() {
        assertThat(EmailAddress.forRelay(null)).isEmpty();
    }
}
