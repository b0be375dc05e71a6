package org.ilium.programs;

import org.ilium.shared.TypedText;
import org.jspecify.annotations.Nullable;

/** Optional text as it is kept: without surrounding space, and null rather than empty. */
final class Texts {

    private Texts() {}

    /** As it is checked: line ends as a browser counts them. */
    static @Nullable String lines(@Nullable String text) {
        return text == null ? null : TypedText.lines(text);
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : TypedText.lines(text).strip();
    }
}
