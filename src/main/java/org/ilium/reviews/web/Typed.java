package org.ilium.reviews.web;

/** Checks what people type. */
final class Typed {

    private Typed() {}

    /** Whether it holds characters that no keyboard makes and PostgreSQL may refuse. */
    static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
