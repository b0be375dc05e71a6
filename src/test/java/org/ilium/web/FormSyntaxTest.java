package org.ilium.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormSyntaxTest {

    private static final int FIELDS = 4;
    private static final int SIZE = 20;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a=1&b=2", "=", "&&&", "a=b=c", "a=%C3%a9+%f0%9f%98%80", "%00=%25"})
    void whatCanBeReadIsLeftAlone(String body) {
        assertThat(wrong(body)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "a=%",
                "a=%4",
                "%zz=1",
                "a=%u00e9",
                "a=% 4",
                "a=%ff",
                "a=%c3&b=%a9",
                "a=%ed%a0%80",
                "a=%c0%af",
                "a=é",
                "a=%-1"
            })
    void whatCannotBeDecodedIsDamaged(String body) {
        assertThat(wrong(body)).isEqualTo(Malformed.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a&b&c&d&e", "&&&&", "a=123456789012345678901", "123456789012345678901"})
    void tooManyFieldsAndTooLongOnesAreTooMuch(String body) {
        assertThat(wrong(body)).isEqualTo(Malformed.TOO_LARGE);
    }

    @Test
    void theCharsetSaysWhatIsText() {
        byte[] body = "a=%e9".getBytes(US_ASCII);

        assertThat(FormSyntax.wrong(body, UTF_8, FIELDS, SIZE)).isEqualTo(Malformed.FORM);
        assertThat(FormSyntax.wrong(body, US_ASCII, FIELDS, SIZE)).isEqualTo(Malformed.FORM);
        assertThat(FormSyntax.wrong(body, ISO_8859_1, FIELDS, SIZE)).isNull();
    }

    @Property
    void whateverABrowserSendsCanBeRead(@ForAll String value) {
        byte[] body = ("a=" + URLEncoder.encode(value, UTF_8)).getBytes(US_ASCII);

        assertThat(FormSyntax.wrong(body, UTF_8, FIELDS, Integer.MAX_VALUE)).isNull();
    }

    private static Problem wrong(String body) {
        return FormSyntax.wrong(body.getBytes(UTF_8), UTF_8, FIELDS, SIZE);
    }
}
