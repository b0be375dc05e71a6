package org.ilium.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.jspecify.annotations.Nullable;

/** When a service can be had. The same rules show a time and accept it; reading never writes. */
@ApplicationScoped
public class FreeTimes {

    /** How far on either side the nearest free times are looked for. */
    private static final int DAYS_NEAR = 14;

    private final ClinicDirectory clinic;
    private final ScheduleReader schedules;
    private final Clock clock;

    FreeTimes(ClinicDirectory clinic, ScheduleReader schedules, Clock clock) {
        this.clinic = clinic;
        this.schedules = schedules;
        this.clock = clock;
    }

    /**
     * Free slots on the clinic's dates from {@code from} until before {@code to}, by start; two SQL
     * statements however many dates and practitioners. The caller limits the dates.
     */
    public List<Slot> free(
            ServiceInfo service,
            Collection<UUID> practitioners,
            LocalDate from,
            LocalDate to,
            Booker booker) {
        return availability(service, booker)
                .free(schedules.read(practitioners, from, to, null), from, to);
    }

    /** The same, as if the appointment to be moved were not there. */
    public List<Slot> freeForMove(
            UUID moved,
            ServiceInfo service,
            Collection<UUID> practitioners,
            LocalDate from,
            LocalDate to,
            Booker booker) {
        return availability(service, booker)
                .free(schedules.read(practitioners, from, to, moved), from, to);
    }

    /** The free slots closest to {@code asked} with anyone who gives the service. */
    public List<Slot> nearest(ServiceInfo service, Instant asked, Booker booker, int max) {
        LocalDate date = LocalDate.ofInstant(asked, zone());
        List<UUID> givers =
                clinic.practitionersFor(service.id()).stream().map(PractitionerInfo::id).toList();
        LocalDate from = date.minusDays(DAYS_NEAR);
        LocalDate to = date.plusDays(DAYS_NEAR);
        return Availability.nearest(free(service, givers, from, to, booker), asked, max);
    }

    /** Whether that start can be had; {@code leftOut} is the appointment that would move there. */
    public Verdict check(
            ServiceInfo service,
            UUID practitionerId,
            Instant start,
            Booker booker,
            @Nullable UUID leftOut) {
        LocalDate date = LocalDate.ofInstant(start, zone());
        PractitionerSchedule schedule =
                schedules.read(List.of(practitionerId), date, date.plusDays(1), leftOut).get(0);
        return availability(service, booker).check(schedule, start);
    }

    private Availability availability(ServiceInfo service, Booker booker) {
        return new Availability(zone(), rules(service), booker, clock.instant());
    }

    static ServiceRules rules(ServiceInfo service) {
        return new ServiceRules(
                service.length(),
                service.bufferBefore(),
                service.bufferAfter(),
                service.minimumNotice(),
                java.time.Duration.ofDays(service.horizonDays()),
                service.step());
    }

    private ZoneId zone() {
        return clinic.profile().zone();
    }
}
