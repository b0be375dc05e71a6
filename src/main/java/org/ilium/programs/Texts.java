package org.ilium.programs;

import org.jspecify.annotations.Nullable;

/** Optional text as it is kept: without surrounding space, and null rather than empty. */
final class Texts {

    private Texts() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
