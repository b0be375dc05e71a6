package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.ilium.catalog.PatientFacts;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;

/** What the chart says of a patient as far as a program needs it, and which day it is there. */
@ApplicationScoped
public class PatientChart {

    private final Patients patients;
    private final ClinicDirectory clinic;
    private final Clock clock;

    PatientChart(Patients patients, ClinicDirectory clinic, Clock clock) {
        this.patients = patients;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Today's date in the clinic's zone. */
    public LocalDate today() {
        return clock.instant().atZone(clinic.profile().zone()).toLocalDate();
    }

    public Optional<PatientInfo> patient(UUID id) {
        return patients.find(id);
    }

    /** See {@link Patients#keepUnchanged}. */
    void keepUnchanged(UUID patientId) {
        patients.keepUnchanged(patientId);
    }

    public Optional<EpisodeInfo> openEpisode(UUID patientId) {
        return patients.openEpisode(patientId);
    }

    /** See {@link Patients#pregnancyEnded}. */
    boolean pregnancyEnded(UUID patientId) {
        return patients.pregnancyEnded(patientId);
    }

    /** The facts to screen with; empty when the chart has no open episode of care. */
    public Optional<PatientFacts> facts(UUID patientId) {
        return openEpisode(patientId).map(PatientChart::facts);
    }

    static PatientFacts facts(EpisodeInfo episode) {
        EpisodeInfo.Screening form = episode.latestScreening();
        return new PatientFacts(
                episode.stage(),
                episode.dueDate(),
                episode.birthDate(),
                episode.birthMode(),
                episode.plurality(),
                episode.conditions(),
                episode.reportedSigns(),
                form == null
                        ? null
                        : new PatientFacts.Prescreen(form.form(), form.takenOn(), form.outcome()),
                episode.birthOutcome(),
                episode.loss(),
                episode.ruledOut());
    }
}
