package org.ilium.access;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: {@code network} as strangers are counted by, {@code browser} a word
 * for people to read, {@code browserToken} what an earlier sign-in left in the browser.
 */
public record Caller(String network, String browser, @Nullable String browserToken) {

    /** The program itself, or a test. */
    public static final Caller NOBODY = new Caller("", "", null);

    @Override
    public String toString() {
        return "Caller";
    }
}
