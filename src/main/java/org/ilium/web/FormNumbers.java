package org.ilium.web;

import org.jspecify.annotations.Nullable;

/** Whole numbers out of a form. */
public final class FormNumbers {

    private FormNumbers() {}

    /** Null for what is no whole number; the settings then say which they need. */
    public static @Nullable Integer of(@Nullable String typed) {
        try {
            return typed == null ? null : Integer.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
