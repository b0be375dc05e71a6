package org.ilium.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditLine;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.access.StaffAccounts;
import org.ilium.booking.schedule.Appointments;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.ReportedStopSign;
import org.ilium.patients.Standing;
import org.ilium.programs.PlanMisfit;
import org.ilium.programs.Programs;
import org.ilium.programs.SentPlans;
import org.jspecify.annotations.Nullable;

/** Puts charts together for the member of staff who makes this request. */
@ApplicationScoped
public class Charts {

    private static final int TRAIL_LENGTH = 10;

    private final Patients patients;
    private final Appointments appointments;
    private final Programs programs;
    private final SentPlans sentPlans;
    private final StaffAccounts accounts;
    private final AuditTrail audit;
    private final CurrentStaff reader;

    Charts(
            Patients patients,
            Appointments appointments,
            Programs programs,
            SentPlans sentPlans,
            StaffAccounts accounts,
            AuditTrail audit,
            CurrentStaff reader) {
        this.patients = patients;
        this.appointments = appointments;
        this.programs = programs;
        this.sentPlans = sentPlans;
        this.accounts = accounts;
        this.audit = audit;
        this.reader = reader;
    }

    /**
     * The chart as the reader's roles allow, with her visits before a moment, null for the newest;
     * leaves the audit row of the reading.
     */
    @Transactional
    public Optional<Chart> read(UUID patientId, @Nullable Instant before) {
        Optional<PatientInfo> found = patients.find(patientId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        patients.recordRead(patientId, "chart");
        boolean clinical = reader.may(May.SEE_CLINICAL);
        LocalDate today = appointments.today();
        Appointments.Visits visits =
                before == null
                        ? appointments.ofPatient(patientId)
                        : appointments.ofPatient(patientId, before);
        EpisodeInfo episode = clinical ? patients.openEpisode(patientId).orElse(null) : null;
        return Optional.of(
                new Chart(
                        found.get(),
                        age(found.get().birthDate(), today),
                        clinical,
                        reader.may(May.RECORD_CLINICAL),
                        episode,
                        clinical ? Standing.of(episode, today) : null,
                        clinical && patients.pregnancyEnded(patientId),
                        visits,
                        clinical ? programs.programsOf(patientId) : List.of(),
                        misfits(episode),
                        episode == null ? Map.of() : sentPlans.held(patientId),
                        clinical ? patients.pastEpisodes(patientId) : List.of(),
                        names(episode),
                        reader.may(May.READ_AUDIT)
                                ? audit.entriesFor(
                                        patientId,
                                        appointments.idsOfPatient(patientId),
                                        null,
                                        TRAIL_LENGTH)
                                : List.of()));
    }

    /**
     * A page of who saw or changed her chart, the newest first; {@code before} is the last line of
     * the page before it, null for the first. Leaves the audit row of the reading.
     */
    @Transactional
    public Optional<ChartTrail> trail(UUID patientId, @Nullable Long before, int length) {
        Optional<PatientInfo> found = patients.find(patientId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<AuditLine> lines =
                audit.entriesFor(
                        patientId, appointments.idsOfPatient(patientId), before, length + 1);
        patients.recordRead(patientId, "audit-trail");
        boolean more = lines.size() > length;
        return Optional.of(
                new ChartTrail(
                        found.get().fullName(),
                        more ? lines.subList(0, length) : lines,
                        more ? lines.get(length - 1).id() : null));
    }

    private List<PlanMisfit> misfits(@Nullable EpisodeInfo episode) {
        return episode == null
                ? List.of()
                : sentPlans.misfits(Map.of(episode.patientId(), episode));
    }

    private Map<UUID, String> names(@Nullable EpisodeInfo episode) {
        return episode == null || episode.stopSigns().isEmpty()
                ? Map.of()
                : accounts.names(
                        episode.stopSigns().stream().map(ReportedStopSign::recordedBy).toList());
    }

    private static @Nullable Integer age(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate == null ? null : Period.between(birthDate, today).getYears();
    }
}
