package org.ilium.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.chart.TherapistDay.Visit;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.Standing;
import org.ilium.programs.PlanMisfit;
import org.ilium.programs.Programs;
import org.ilium.programs.SentPlans;

/** The signed-in therapist's own visits. */
@ApplicationScoped
public class TherapistDays {

    private final ClinicDirectory clinic;
    private final Appointments appointments;
    private final Patients patients;
    private final Programs programs;
    private final SentPlans sentPlans;
    private final ShownAppointments shown;
    private final CurrentStaff current;

    TherapistDays(
            ClinicDirectory clinic,
            Appointments appointments,
            Patients patients,
            Programs programs,
            SentPlans sentPlans,
            ShownAppointments shown,
            CurrentStaff current) {
        this.clinic = clinic;
        this.appointments = appointments;
        this.patients = patients;
        this.programs = programs;
        this.sentPlans = sentPlans;
        this.shown = shown;
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
        shown.all("therapist-day", booked);
        Set<UUID> unfit =
                sentPlans.misfits(episodes).stream()
                        .map(PlanMisfit::patientId)
                        .collect(Collectors.toSet());
        return new TherapistDay(
                practitioner,
                date,
                booked.stream().map(a -> visit(a, episodes, unfit, date)).toList());
    }

    private Visit visit(
            AppointmentDetails appointment,
            Map<UUID, EpisodeInfo> episodes,
            Set<UUID> unfit,
            LocalDate date) {
        UUID patientId = appointment.info().patientId();
        if (patientId == null) {
            return new Visit(appointment, null, 0, List.of(), false);
        }
        EpisodeInfo episode = episodes.get(patientId);
        return new Visit(
                appointment,
                Standing.of(episode, date),
                programs.programsOf(patientId).size(),
                episode == null
                        ? List.of()
                        : episode.stopSigns().stream().map(r -> r.sign().label()).toList(),
                unfit.contains(patientId));
    }
}
