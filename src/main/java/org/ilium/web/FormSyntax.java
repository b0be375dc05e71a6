package org.ilium.web;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Whether a form can be read field by field; what its fields hold is for others to judge. */
final class FormSyntax {

    private FormSyntax() {}

    static @Nullable Problem wrong(
            byte[] body, Charset charset, int mostFields, long mostOfAField) {
        int fields = 1;
        int began = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '&' || body[i] == '=') {
                if (i - began > mostOfAField) {
                    return Malformed.TOO_LARGE;
                }
                began = i + 1;
            }
            if (i < body.length && body[i] == '&' && ++fields > mostFields) {
                return Malformed.TOO_LARGE;
            }
        }
        return PercentCoding.isWhole(body, charset) ? null : Malformed.FORM;
    }
}
