package org.ilium.programs;

import java.time.LocalDate;
import java.util.List;
import org.ilium.catalog.PatientFacts;

/** What a version was screened against at its sending, what was found, and what was answered. */
public record SentScreening(LocalDate date, PatientFacts facts, List<Draft.Answered> verdicts) {

    public SentScreening {
        verdicts = List.copyOf(verdicts);
    }
}
