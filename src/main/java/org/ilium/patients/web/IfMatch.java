package org.ilium.patients.web;

import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** Reads the version a program last saw; without one nobody can tell what it would overwrite. */
final class IfMatch {

    private IfMatch() {}

    /** Refuses with 428 when the header is missing, with 400 when it is none of our ETags. */
    static int version(@Nullable String header) {
        if (header == null) {
            throw needed("Send the ETag you were given in If-Match.");
        }
        String digits = header.strip().replaceAll("^(W/)?\"|\"$", "");
        if (!digits.matches("\\d{1,9}")) {
            throw RefusedException.of(new FieldErrors().add("If-Match", "Send an ETag we gave"));
        }
        return Integer.parseInt(digits);
    }

    /** Null for {@code If-None-Match: *}, which says that nothing was there to be seen. */
    static @Nullable Integer versionOrNone(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && "*".equals(ifNoneMatch)) {
            return null;
        }
        if (ifMatch == null) {
            throw needed("Send If-Match with the ETag, or If-None-Match: * to begin one.");
        }
        return version(ifMatch);
    }

    private static RefusedException needed(String how) {
        return new RefusedException(
                Problem.of(428, "version-needed", "Say which version you saw", how));
    }
}
