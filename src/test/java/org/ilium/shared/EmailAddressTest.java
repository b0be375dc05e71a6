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
        assertThat(EmailAddress.fault(typed)).isEmpty();
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
                "<demo@example.org>",
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
                "demo@[127.0.0.1]",
                "demo@127.0.0.1",
                "demo@example.7",
                "a..b@example.org",
                ".a@example.org",
                "a.@example.org",
                "demo(ada)@example.org",
                "demo@example.org (ada)",
                "@eve.example:demo@example.org",
                "d\u00e9mo\u202e@example.org",
                "d\u00e9 mo@example.org",
                "demo@example.org.",
                "demo@exam ple.org",
                "demo\\@example.org"
            })
    void whatCouldReachAnotherOrNobodyIsNone(String typed) {
        assertThat(EmailAddress.fault(typed)).isPresent();
        assertThat(EmailAddress.forRelay(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë <zoe@example.org>, without a name",
        "<zoe@example.org>, without a name",
        "\"quoted ok\"@example.org, quotation marks",
        "\"Zoë\" <zoe@example.org>, without a name"
    })
    void whatIsNoPlainAddressIsToldTruly(String typed, String words) {
        assertThat(EmailAddress.fault(typed).orElseThrow()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic@localhost", "clinic@mail"})
    void anAddressOfOneMachineOnlyIsNotPublic(String typed) {
        assertThat(EmailAddress.forRelay(typed)).contains(typed);
        assertThat(EmailAddress.fault(typed)).isPresent();
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
        assertThat(EmailAddress.fault("demo@example.org\n")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "j\u00fcrgen@example.org",
                "\u0634\u0647\u0631@example.org",
                "\u7528\u6237@example.org"
            })
    void aNameOfAnotherScriptIsAnAddressThatNotEveryRelayTakes(String typed) {
        assertThat(EmailAddress.fault(typed)).isEmpty();
        assertThat(EmailAddress.forRelay(typed)).contains(typed);
        assertThat(EmailAddress.isPlain(typed)).isFalse();
        assertThat(EmailAddress.isPlain("demo@ex\u00e4mple.org")).isTrue();
        assertThat(EmailAddress.forRelay("\u00fc".repeat(33) + "@example.org"))
                .as("more octets than a relay takes")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "demo,needs an @",
        "@example.org,a name before the @",
        "demo@,more after the @",
        "demo@example,a dot after the @",
        "a..b@example.org,two dots in a row",
        "a@example..org,two dots in a row",
        ".a@example.org,begin with a dot",
        "a.@example.org,a dot just before the @",
        "demo@example.org.,end with a dot",
        "a@b@example.org,one @ in it",
        "a b@example.org,check each letter",
        "a@exam_ple.org,check each letter"
    })
    void whoTypedAWrongAddressReadsWhatIsWrongWithIt(String typed, String word) {
        assertThat(EmailAddress.fault(typed)).hasValueSatisfying(w -> assertThat(w).contains(word));
    }

    @Test
    void noAddressIsNone() {
        assertThat(EmailAddress.forRelay(null)).isEmpty();
    }
}
