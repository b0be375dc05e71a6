package org.ilium.messages;

import org.ilium.clinic.TellingWords;

/**
 * What may stand where others look: a mail's subject and sender are seen on lock screens and in
 * shared inboxes, so they give away nothing about a person's health.
 */
public final class Discretion {

    private Discretion() {}

    /** {@code before + name}, or {@code plain} where the clinic's own name would tell. */
    public static String subject(String before, String name, String after, String plain) {
        return TellingWords.giveAway(name) ? plain : before + HeaderText.oneLine(name) + after;
    }

    /** The sender's name, or none where it would tell. */
    static String sender(String name) {
        return TellingWords.giveAway(name) ? "" : name;
    }
}
