package org.ilium.mail;

import java.util.List;
import java.util.Locale;

/**
 * What may stand where others look: a mail's subject and sender are seen on lock screens and in
 * shared inboxes, so they give away nothing about a person's health.
 */
final class Discretion {

    /** Beginnings of words that say what kind of care it is. */
    private static final List<String> TELLING =
            List.of(
                    "pregnan",
                    "prenatal",
                    "antenatal",
                    "postnatal",
                    "perinatal",
                    "postpartum",
                    "partum",
                    "matern",
                    "obstet",
                    "gynec",
                    "gynaec",
                    "midwi",
                    "birth",
                    "baby",
                    "babies",
                    "mother",
                    "women",
                    "pelvi",
                    "uter",
                    "bladder",
                    "incontinen",
                    "prolaps",
                    "diastas",
                    "caesar",
                    "cesar",
                    "breast",
                    "pain",
                    "injur",
                    "rehab",
                    "therap",
                    "physio",
                    "exercis",
                    "symptom",
                    "diagnos",
                    "health");

    private Discretion() {}

    /** Whether any word of the text begins in a way that tells of a person's health. */
    static boolean givesAway(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (TELLING.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** {@code before + name}, or {@code plain} where the clinic's own name would tell. */
    static String subject(String before, String name, String after, String plain) {
        return givesAway(name) ? plain : before + HeaderText.oneLine(name) + after;
    }

    /** The sender's name, or none where it would tell. */
    static String sender(String name) {
        return givesAway(name) ? "" : name;
    }
}
