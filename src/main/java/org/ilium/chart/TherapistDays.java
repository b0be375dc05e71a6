package org.ilium.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.Appointments;
import org.ilium.chart.TherapistDay.Visit;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.programs.Programs;

/** The signed-in therapist's own visits. */
@ApplicationScoped
public class TherapistDays {

    private final ClinicDirectory clinic;
    private final Appointments appointments;
    private final Patients patients;
    private final Programs programs;
    private final AuditTrail audit;
    private final CurrentStaff current;

    TherapistDays(
            ClinicDirectory clinic,
            Appointments appointments,
            Patients patients,
            Programs programs,
            AuditTrail audit,
            CurrentStaff current) {
        this.clinic = clinic;
        this.appointments = appointments;
        this.patients = patients;
        this.programs = programs;
        this.audit = audit;
        this.current = current;
    }

    /** Today's date at the clinic. */
    public LocalDate today() {
        return appointments.today();
    }

    /** Whom this account sees patients as; empty when an administrator has not said. */
    public Optional<PractitionerInfo> practitioner() {
        return clinic.practitionerOfAccount(current.id());
    }

    /** Her visits on that date of the clinic, cancelled ones left out; leaves an audit row. */
    @Transactional
    public Optional<TherapistDay> on(LocalDate date) {
        return practitioner().map(practitioner -> day(practitioner, date));
    }

    private TherapistDay day(PractitionerInfo practitioner, LocalDate date) {
        List<AppointmentDetails> booked =
                appointments.onDay(date, practitioner.id()).stream()
                        .filter(a -> a.status() != AppointmentStatus.CANCELLED)
                        .filter(a -> a.status() != AppointmentStatus.HELD)
                        .toList();
        List<UUID> ids =
                booked.stream()
                        .map(a -> a.info().patientId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Map<UUID, EpisodeInfo> episodes = patients.openEpisodes(ids);
        audit.record("read", "therapist-day", practitioner.id(), null);
        return new TherapistDay(
                practitioner, date, booked.stream().map(a -> visit(a, episodes, date)).toList());
    }

    private Visit visit(
            AppointmentDetails appointment, Map<UUID, EpisodeInfo> episodes, LocalDate date) {
        UUID patientId = appointment.info().patientId();
        if (patientId == null) {
            return new Visit(appointment, null, 0);
        }
        return new Visit(
                appointment,
                Standing.of(episodes.get(patientId), date),
                programs.programsOf(patientId).size());
    }
}
