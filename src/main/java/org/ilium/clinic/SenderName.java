package org.ilium.clinic;

import java.util.List;
import java.util.Locale;

/** Whether the name a mail shows as its sender tells a bystander about somebody's health. */
public final class SenderName {

    private static final List<String> TELLING =
            List.of(
                    "pelvic",
                    "pregnan",
                    "women",
                    "woman",
                    "maternity",
                    "prenatal",
                    "postnatal",
                    "postpartum",
                    "obstetric",
                    "birth");

    private SenderName() {}

    public static boolean givesHealthAway(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TELLING.stream().anyMatch(lower::contains);
    }
}
