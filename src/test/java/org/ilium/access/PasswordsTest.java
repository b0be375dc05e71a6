package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "            ",
                "\u00a0\u3000\t\n        ",
                "           a",
                "aaaaaaaaaaaa",
                "ab ab ab ab ab ab",
                "abc abc abc abc"
            })
    void nearlyNothingIsRefused(String password) {
        assertThat(Passwords.refusal(password)).contains(AccountRefusal.PASSWORD_TOO_SIMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {DemoAccounts.PASSWORD, "a few words in a row", "paßwörter ünd so"})
    void aFewWordsAreEnough(String password) {
        assertThat(Passwords.refusal(password)).isEmpty();
    }
}
