package org.ilium.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.shared.Interval;

/** Looks appointments up; never writes. Holds that have expired are not there. */
@ApplicationScoped
public class Appointments {

    private static final String ALIVE =
            " and (a.hold_expires_at is null or a.hold_expires_at > ?) ";
    private static final Instant LONG_AGO = Instant.EPOCH;

    private final AppointmentViews views;
    private final ClinicDirectory clinic;
    private final Clock clock;

    Appointments(AppointmentViews views, ClinicDirectory clinic, Clock clock) {
        this.views = views;
        this.clinic = clinic;
        this.clock = clock;
    }

    public Optional<AppointmentInfo> find(UUID id) {
        return details(id).map(AppointmentDetails::info);
    }

    public Optional<AppointmentDetails> details(UUID id) {
        return views.read("where a.id = ?" + ALIVE, id, clock.instant()).stream().findFirst();
    }

    /** Hers, cancelled and missed ones included, newest start first. */
    public List<AppointmentInfo> ofPatient(UUID patientId) {
        return views
                .read(
                        "where a.patient_id = ?" + ALIVE + "order by a.starts desc",
                        patientId,
                        clock.instant())
                .stream()
                .map(AppointmentDetails::info)
                .toList();
    }

    /** All that start on that date of the clinic, of any status, by start. */
    public List<AppointmentDetails> onDay(LocalDate date) {
        Interval day = day(date);
        return views.read(
                "where a.starts >= ? and a.starts < ?" + ALIVE + "order by a.starts, a.id",
                day.start(),
                day.end(),
                clock.instant());
    }

    /** One practitioner's that start on that date of the clinic, of any status, by start. */
    public List<AppointmentDetails> onDay(LocalDate date, UUID practitionerId) {
        return onDay(date).stream()
                .filter(a -> a.info().practitionerId().equals(practitionerId))
                .toList();
    }

    /**
     * At most {@code limit} that start on that date, after the one given by start and id; the first
     * page passes {@link Cursor#BEGINNING}.
     */
    public List<AppointmentDetails> page(LocalDate date, Cursor after, int limit) {
        Interval day = day(date);
        return views.read(
                "where a.starts >= ? and a.starts < ? and (a.starts, a.id) > (?, ?)"
                        + ALIVE
                        + "order by a.starts, a.id limit ?",
                day.start(),
                day.end(),
                after.start(),
                after.id(),
                clock.instant(),
                limit);
    }

    /** Where a page ended. */
    public record Cursor(Instant start, UUID id) {
        public static final Cursor BEGINNING = new Cursor(LONG_AGO, new UUID(0, 0));
    }

    /** From now on and not yet linked to a chart, by start: the desk's list to work off. */
    public List<AppointmentDetails> withoutChart() {
        return views.read(
                "where a.patient_id is null and a.status not in ('held', 'cancelled')"
                        + " and a.starts >= ?"
                        + ALIVE
                        + "order by a.starts, a.id limit 200",
                day(today()).start(),
                clock.instant());
    }

    /** Today's date at the clinic. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** The clinic's zone, in which days and rules run. */
    public ZoneId zone() {
        return clinic.profile().zone();
    }

    private Interval day(LocalDate date) {
        ZoneId zone = zone();
        return new Interval(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
