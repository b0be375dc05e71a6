package org.ilium.patients;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.Ids;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;

/** What one filled-in questionnaire said; a newer one never replaces it. */
@Entity
@Table(name = "screening_result")
class ScreeningResult {

    @Id private UUID id;

    private UUID episodeId;

    private String form;
    private String outcome;

    private LocalDate takenOn;

    protected ScreeningResult() {}

    ScreeningResult(UUID episodeId, Screening screening) {
        this.id = Ids.next();
        this.episodeId = episodeId;
        this.form = screening.form().code();
        this.outcome = screening.outcome().code();
        this.takenOn = screening.takenOn();
    }

    UUID episodeId() {
        return episodeId;
    }

    Screening info() {
        return new Screening(
                Coded.find(ScreeningForm.class, form).orElseThrow(),
                Coded.find(ScreeningOutcome.class, outcome).orElseThrow(),
                takenOn);
    }
}
