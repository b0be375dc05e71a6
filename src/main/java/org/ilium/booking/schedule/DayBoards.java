package org.ilium.booking.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.availability.PractitionerSchedule;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.shared.Interval;

/** Reads a day of the clinic: four statements, however many practitioners and appointments. */
@ApplicationScoped
public class DayBoards {

    private final ClinicDirectory clinic;
    private final Appointments appointments;
    private final ScheduleReader schedules;

    DayBoards(ClinicDirectory clinic, Appointments appointments, ScheduleReader schedules) {
        this.clinic = clinic;
        this.appointments = appointments;
        this.schedules = schedules;
    }

    /**
     * The board of that date. Whoever no longer works here has a column, never open, on the days on
     * which she has appointments.
     */
    @Transactional
    public DayBoard on(LocalDate date) {
        Map<UUID, String> names = new LinkedHashMap<>();
        for (PractitionerInfo practitioner : clinic.practitioners()) {
            names.put(practitioner.id(), practitioner.displayName());
        }
        Set<UUID> working = Set.copyOf(names.keySet());
        Map<UUID, List<AppointmentDetails>> visits = new LinkedHashMap<>();
        for (AppointmentDetails visit : appointments.onDay(date)) {
            UUID practitioner = visit.info().practitionerId();
            names.putIfAbsent(practitioner, visit.info().practitionerName());
            visits.computeIfAbsent(practitioner, id -> new ArrayList<>()).add(visit);
        }
        ZoneId zone = appointments.zone();
        Interval day = day(date, zone);
        List<DayBoard.Column> columns =
                schedules.read(names.keySet(), date, date.plusDays(1), null).stream()
                        .map(
                                s ->
                                        column(
                                                working.contains(s.practitionerId())
                                                        ? s
                                                        : s.closed(),
                                                names,
                                                visits,
                                                date,
                                                day,
                                                zone))
                        .toList();
        return new DayBoard(date, zone, day, columns);
    }

    private static DayBoard.Column column(
            PractitionerSchedule schedule,
            Map<UUID, String> names,
            Map<UUID, List<AppointmentDetails>> visits,
            LocalDate date,
            Interval day,
            ZoneId zone) {
        UUID id = schedule.practitionerId();
        List<Interval> open = schedule.openOn(date, zone);
        List<Interval> away = schedule.timeOff().stream().filter(day::overlaps).toList();
        return new DayBoard.Column(
                id, names.getOrDefault(id, ""), open, away, visits.getOrDefault(id, List.of()));
    }

    private static Interval day(LocalDate date, ZoneId zone) {
        return new Interval(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
