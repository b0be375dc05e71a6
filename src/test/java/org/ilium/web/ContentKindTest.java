package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|application/json",
                "APPLICATION/JSON;|application/json",
                "application/json ; charset=\"UTF-8\"|application/json",
                "Application/X-WWW-Form-Urlencoded;Charset=utf-8|application/x-www-form-urlencoded",
                "text/plain; charset=ISO-8859-1|text/plain; charset=ISO-8859-1",
                "text/plain;;; a=b;q=0.5|text/plain",
                "application/vnd.api+json|application/vnd.api+json"
            })
    void whatCanBeReadHasOnePlainSpelling(String header, String plainly) {
        assertThat(ContentKind.of(header).plainly()).isEqualTo(plainly);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "/",
                "text/",
                "/plain",
                "a/b/c",
                "*/*",
                "text/*",
                "text /plain",
                "text/plain charset=utf-8",
                "text/plain; charset",
                "text/plain; charset=",
                "text/plain; charset=\"",
                "text/plain; charset=\"utf-8",
                "text/plain; charset=bogus",
                "text/plain; charset=utf-16",
                "text/plain; charset=utf-8; charset=us-ascii",
                "text/plain, text/html",
                "text/plain; =x",
                "text/plä"
            })
    void whatCannotBeReadIsNoKind(String header) {
        assertThat(ContentKind.of(header)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=b", "Multipart/Mixed"})
    void partsAreToldFromForms(String header) {
        assertThat(ContentKind.of(header).isMultipart()).isTrue();
        assertThat(ContentKind.of(header).isForm()).isFalse();
    }
}
