package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final List<String> ADA =
            List.of(
                    "Adaline Moreau",
                    "adaline.moreau@riverside-pt.example",
                    "Riverside Women's PT");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "            ",
                "\u00a0\u3000\t\n        ",
                "           a",
                "aaaaaaaaaaaa",
                "ab ab ab ab ab ab",
                "abc abc abc abc",
                "aaaaaaaaaaaaZ9",
                "abcdefghijkl",
                "000000000000!",
                "987654321098",
                "1 2 3 4 5 6 7 8 9",
                "123-456-789-000",
                "asdfghjkl;'12",
                "qazwsxedcrfv",
                "!!!!!!!!!!!!!!!!"
            })
    void rowsAndRepeatsAreRefused(String password) {
        assertThat(refusal(password))
                .isIn(AccountRefusal.PASSWORD_TOO_SIMPLE, AccountRefusal.PASSWORD_COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "PASSWORD1234",
                "Password1234!",
                "P@ssw0rd1234",
                "passwordpassword",
                "password password",
                "p a s s w o r d 1",
                "drowssap4321",
                "mypassword123",
                "thisisapassword",
                "iloveyou1234",
                "iloveyouforever",
                "letmein12345",
                "let me in please",
                "welcome12345!",
                "sunshine2024!",
                "Summer2026!!",
                "qwerty123456",
                "qwertyuiopas",
                "1q2w3e4r5t6y",
                "123456789012",
                "monkeymonkey1",
                "football-football",
                "administrator1",
                "change.me.change.me",
                "trustno1trustno1",
                "demo-demo-demo"
            })
    void whatManyPeopleUseIsRefused(String password) {
        assertThat(refusal(password))
                .isIn(AccountRefusal.PASSWORD_COMMON, AccountRefusal.PASSWORD_TOO_SIMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AdalineMoreau",
                "adaline.moreau1",
                "Moreau-Adaline-2026",
                "riverside2026!",
                "RiversideWomensPT",
                "womens.riverside",
                "adalineadaline"
            })
    void herNameAndTheClinicsAreRefused(String password) {
        assertThat(refusal(password)).isEqualTo(AccountRefusal.PASSWORD_PERSONAL);
    }

    @ParameterizedTest
    @CsvSource({"elevenchars,PASSWORD_TOO_SHORT", "pässwörterß,PASSWORD_TOO_SHORT"})
    void whatIsTooShortIsRefusedForThat(String password, AccountRefusal why) {
        assertThat(refusal(password)).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a few words in a row",
                "correct horse battery",
                "paßwörter ünd so",
                "purple-otter-drum",
                "adaline likes a quiet kettle",
                "xK7f2mQv9pLw",
                "0f8fad5b-d9cb-469f-a165-70867728950e"
            })
    void aFewWordsAreEnoughWhateverTheirSigns(String password) {
        assertThat(Passwords.refusal(password, ADA)).isEmpty();
    }

    private static AccountRefusal refusal(String password) {
        return Passwords.refusal(password, ADA).orElseThrow(() -> new AssertionError(password));
    }
}
