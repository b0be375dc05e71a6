package org.ilium.programs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.patients.EpisodeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a version was screened against at its sending, what was found, and what was answered. {@code
 * givenFor} says by rule what the answers rest on, as {@link AnswerBasis} words it; versions sent
 * before it was kept have none. {@code weeks} is null for versions sent before a clinic could set
 * them.
 */
public record SentScreening(
        LocalDate date,
        PatientFacts facts,
        @Nullable ScreeningSettings weeks,
        List<Draft.Answered> verdicts,
        @Nullable Map<String, String> givenFor) {

    private static final UUID ANOTHER_EPISODE = new UUID(0, 0);

    public SentScreening {
        verdicts = List.copyOf(verdicts);
        givenFor = givenFor == null ? Map.of() : Map.copyOf(givenFor);
    }

    @Override
    public Map<String, String> givenFor() {
        return givenFor == null ? Map.of() : givenFor;
    }

    /**
     * The episode as it was at the sending, as far as answers rest on it. It is the open one when
     * that was open by then. No stop sign was recorded in those days.
     */
    EpisodeInfo asOf(EpisodeInfo open) {
        return new EpisodeInfo(
                open.openedOn().isAfter(date) ? ANOTHER_EPISODE : open.id(),
                open.patientId(),
                facts.stage(),
                facts.dueDate(),
                facts.birthDate(),
                facts.birthMode(),
                facts.plurality(),
                facts.conditions(),
                List.of(),
                null,
                null,
                null,
                facts.birthOutcome(),
                facts.loss(),
                facts.ruledOut(),
                open.openedOn(),
                open.version());
    }
}
