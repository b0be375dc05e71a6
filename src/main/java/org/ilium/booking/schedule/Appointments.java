package org.ilium.booking.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.SameDay;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Looks appointments up; never writes. Holds that have expired are not there. */
@ApplicationScoped
public class Appointments {

    /** So many bookings of strangers ahead as a clinic takes in months. */
    private static final int MOST_WITHOUT_CHART = 2000;

    private static final String ALIVE =
            " and (a.hold_expires_at is null or a.hold_expires_at > ?) ";
    private static final Instant LONG_AGO = Instant.EPOCH;

    private static final UUID NONE = new UUID(0, 0);

    private static final int MOST_TO_COME = 50;
    private static final int MOST_PAST = 100;

    private final AppointmentViews views;
    private final Sql sql;
    private final ClinicDirectory clinic;
    private final Clock clock;

    Appointments(AppointmentViews views, Sql sql, ClinicDirectory clinic, Clock clock) {
        this.views = views;
        this.sql = sql;
        this.clinic = clinic;
        this.clock = clock;
    }

    public Optional<AppointmentInfo> find(UUID id) {
        return details(id).map(AppointmentDetails::info);
    }

    public Optional<AppointmentDetails> details(UUID id) {
        return views.read("where a.id = ?" + ALIVE, id, clock.instant()).stream().findFirst();
    }

    /** Those of these ids that there are, in one statement. */
    public Map<UUID, AppointmentInfo> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : views.read("where a.id = any(?)" + ALIVE, ids, clock.instant()).stream()
                        .map(AppointmentDetails::info)
                        .collect(Collectors.toMap(AppointmentInfo::id, info -> info));
    }

    /**
     * Hers before a moment and, the first time, those to come; cancelled and missed ones included.
     * {@code older} is what to ask for next, null when there are no more.
     */
    public record Visits(
            List<AppointmentInfo> newestFirst, @Nullable Instant older, boolean moreToCome) {}

    /** All of hers from today on and the last before, so many of each at most. */
    public Visits ofPatient(UUID patientId) {
        Instant since = day(today()).start();
        List<AppointmentInfo> coming =
                hers(patientId, "and a.starts >= ? order by a.starts, a.id", since, MOST_TO_COME);
        Visits past = ofPatient(patientId, since);
        List<AppointmentInfo> all =
                new ArrayList<>(coming.subList(0, Math.min(MOST_TO_COME, coming.size())));
        Collections.reverse(all);
        all.addAll(past.newestFirst());
        return new Visits(all, past.older(), coming.size() > MOST_TO_COME);
    }

    /** Hers that started before then, the last first, so many at most. */
    public Visits ofPatient(UUID patientId, Instant before) {
        List<AppointmentInfo> found =
                hers(
                        patientId,
                        "and a.starts < ? order by a.starts desc, a.id desc",
                        before,
                        MOST_PAST);
        if (found.size() <= MOST_PAST) {
            return new Visits(found, null, false);
        }
        // never between two of one start, for the second would be on neither page
        Instant next = found.get(MOST_PAST).time().start();
        List<AppointmentInfo> shown =
                found.stream().filter(visit -> visit.time().start().isAfter(next)).toList();
        return new Visits(shown, next.plusNanos(1000), false);
    }

    /** Of all her visits ever, for what is kept by visit, such as the audit trail. */
    public List<UUID> idsOfPatient(UUID patientId) {
        return sql.list(
                "select id from appointment where patient_id = ?", row -> row.id(1), patientId);
    }

    private List<AppointmentInfo> hers(UUID patientId, String part, Instant at, int most) {
        return views
                .read(
                        "where a.patient_id = ?" + ALIVE + part + " limit ?",
                        patientId,
                        clock.instant(),
                        at,
                        most + 1)
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

    /**
     * From today on, not yet linked to a chart, and with these digits in the number that was given,
     * by start; whatever the number for none. At most {@link #MOST_WITHOUT_CHART}.
     */
    public List<AppointmentDetails> withoutChart(String digits) {
        return views.read(
                "where a.patient_id is null and a.status not in ('held', 'cancelled')"
                        + " and a.starts >= ?"
                        + ALIVE
                        + "and (? = '' or split_part(a.contact_phone, ';', 1) like '%' || ? || '%')"
                        + " order by a.starts, a.id limit "
                        + MOST_WITHOUT_CHART,
                day(today()).start(),
                clock.instant(),
                digits,
                digits);
    }

    /**
     * What she has on the clinic's day of {@code start}, but for {@code leftOut}: null when nothing
     * that holds its time. What was booked with her number and is in no chart counts as hers.
     */
    public @Nullable SameDay sameDay(UUID patientId, Instant start, @Nullable UUID leftOut) {
        LocalDate date = LocalDate.ofInstant(start, zone());
        Interval day = day(date);
        List<AppointmentDetails> hers =
                views.read(
                        """
                        where a.starts >= ? and a.starts < ? and a.id <> ?
                          and a.status not in ('cancelled', 'no-show', 'held')
                          and (a.patient_id = ?
                               or a.patient_id is null
                                  and split_part(a.contact_phone, ';', 1)
                                      = (select split_part(her.phone, ';', 1)
                                           from patient her where her.id = ?))
                        order by a.starts, a.id
                        """,
                        day.start(),
                        day.end(),
                        leftOut == null ? NONE : leftOut,
                        patientId,
                        patientId);
        return hers.isEmpty() ? null : new SameDay(date, hers);
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
