package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.schedule.SaidWhenBooking;
import org.ilium.catalog.PatientFacts;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.pregnancy.SaidStage;
import org.jspecify.annotations.Nullable;

/** What the chart says of a patient as far as a program needs it, and which day it is there. */
@ApplicationScoped
public class PatientChart {

    private final Patients patients;
    private final SaidWhenBooking saidWhenBooking;
    private final ClinicDirectory clinic;
    private final Clock clock;

    PatientChart(
            Patients patients,
            SaidWhenBooking saidWhenBooking,
            ClinicDirectory clinic,
            Clock clock) {
        this.patients = patients;
        this.saidWhenBooking = saidWhenBooking;
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

    Map<UUID, EpisodeInfo> openEpisodes(Collection<UUID> patientIds) {
        return patients.openEpisodes(patientIds);
    }

    /** The open episodes, or those closed last. */
    Map<UUID, EpisodeInfo> newestEpisodes(Collection<UUID> patientIds) {
        return patients.newestEpisodes(patientIds);
    }

    /** See {@link Patients#pregnancyEnded}. */
    Set<UUID> pregnancyEnded(Collection<UUID> patientIds) {
        return patients.pregnancyEnded(patientIds);
    }

    /** What each of them said last of herself when booking. */
    Map<UUID, SaidStage> said(Collection<UUID> patientIds) {
        return saidWhenBooking.last(patientIds);
    }

    /** The same of one; null when she was never asked. */
    public @Nullable SaidStage said(UUID patientId) {
        return said(List.of(patientId)).get(patientId);
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
