package org.ilium.booking.api;

import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** Which version of the appointment a program last saw, from If-Match or from the body. */
public record SeenVersion(int version) {

    public static SeenVersion of(@Nullable String ifMatch, @Nullable Integer inBody) {
        if (ifMatch != null) {
            String digits = ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
            if (!digits.matches("\\d{1,9}")) {
                throw RefusedException.of(
                        new FieldErrors().add("If-Match", "is not an ETag we gave"));
            }
            return new SeenVersion(Integer.parseInt(digits));
        }
        if (inBody != null) {
            return new SeenVersion(inBody);
        }
        throw new RefusedException(
                Problem.of(
                        428,
                        "version-needed",
                        "Say what you saw",
                        "Send If-Match with the ETag, or version in the body."));
    }
}
