package org.ilium.clinic;

import java.util.List;
import java.util.Locale;

/** Words that tell of a person's health, so that they must not stand where others look. */
public final class TellingWords {

    /** Beginnings of words that say what kind of care it is. */
    private static final List<String> TELLING =
            List.of(
                    "pregnan",
                    "miscarr",
                    "stillb",
                    "loss",
                    "bereave",
                    "grief",
                    "abort",
                    "terminat",
                    "fertil",
                    "ivf",
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

    private TellingWords() {}

    /** Whether any word of the text begins in a way that tells of a person's health. */
    public static boolean giveAway(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (TELLING.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
