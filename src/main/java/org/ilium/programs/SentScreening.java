package org.ilium.programs;

import java.time.LocalDate;
import java.util.List;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.ScreeningSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a version was screened against at its sending, what was found, and what was answered; {@code
 * weeks} is null for versions sent before a clinic could set them.
 */
public record SentScreening(
        LocalDate date,
        PatientFacts facts,
        @Nullable ScreeningSettings weeks,
        List<Draft.Answered> verdicts) {

    public SentScreening {
        verdicts = List.copyOf(verdicts);
    }
}
