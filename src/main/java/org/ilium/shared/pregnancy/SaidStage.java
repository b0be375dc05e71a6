package org.ilium.shared.pregnancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient said she stands, on a date in the clinic's zone: {@code weeks} pregnant or since
 * the birth, null when not told. Her own word, which nobody has looked at.
 */
public record SaidStage(Stage stage, @Nullable Integer weeks, LocalDate on) {

    /** Such as "30 weeks pregnant". */
    public String inWords() {
        String words =
                switch (stage) {
                    case PREGNANT -> "pregnant";
                    case POSTPARTUM -> "after a birth";
                    case NEITHER -> "neither pregnant nor after a birth";
                };
        return weeks == null ? words : weeks + (weeks == 1 ? " week " : " weeks ") + words;
    }
}
