package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.CollidingVisit;
import org.ilium.booking.availability.Collision;
import org.ilium.booking.availability.Collision.Cause;
import org.ilium.booking.availability.Collisions;
import org.ilium.booking.schedule.AppointmentViews;
import org.ilium.booking.schedule.DayBoard;
import org.ilium.booking.schedule.ScheduleReader;
import org.ilium.clinic.Absence;
import org.ilium.clinic.Absences;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Row;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Visits to come that no longer fit: in time off, outside hours, with somebody who left or no
 * longer gives the service, or for a service no longer offered. Reckoned each time from what is
 * stored now, so that whatever changes brings visits onto the list and takes them off again; only
 * the decision that one stays is kept.
 */
@ApplicationScoped
public class CollidingVisits {

    /** Nothing in the table lasts longer (a constraint says so). */
    private static final String TO_COME =
            """
            select a.id, a.practitioner_id, a.starts, a.ends, p.active, s.active,
                   exists (select from practitioner_service g
                            where g.practitioner_id = a.practitioner_id
                              and g.service_id = a.service_id)
              from appointment a
              join practitioner p on p.id = a.practitioner_id
              join service s on s.id = a.service_id
             where a.status in ('requested', 'booked')
            """;

    /** By what staff are warned of each when they book. */
    private static final Map<Cause, BookingRule> COLLIDING =
            Map.of(Cause.TIME_OFF, BookingRule.TIME_OFF, Cause.OUTSIDE_HOURS, BookingRule.HOURS);

    private static final Set<AppointmentStatus> TO_DECIDE =
            Set.of(AppointmentStatus.REQUESTED, AppointmentStatus.BOOKED);

    private final Sql sql;
    private final ScheduleReader schedules;
    private final Absences absences;
    private final KeptVisits kept;
    private final AppointmentViews views;
    private final AppointmentRepository rows;
    private final BookingAudit audit;
    private final CurrentStaff staff;
    private final ClinicDirectory clinic;
    private final Clock clock;

    CollidingVisits(
            Sql sql,
            ScheduleReader schedules,
            Absences absences,
            KeptVisits kept,
            AppointmentViews views,
            AppointmentRepository rows,
            BookingAudit audit,
            CurrentStaff staff,
            ClinicDirectory clinic,
            Clock clock) {
        this.sql = sql;
        this.schedules = schedules;
        this.absences = absences;
        this.kept = kept;
        this.views = views;
        this.rows = rows;
        this.audit = audit;
        this.staff = staff;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** The visits still to be decided, of one practitioner or of all, by start. */
    public List<CollidingVisit> undecided(@Nullable UUID practitioner) {
        return whole(undecidedOf(toCome(practitioner)));
    }

    /** How many they are; not read one by one. */
    public int count() {
        return undecidedOf(toCome(null)).size();
    }

    /** Those of a day that are still to be decided: one statement more when there is nothing. */
    public Set<UUID> on(DayBoard board) {
        List<UUID> coming = new ArrayList<>();
        boolean suspect = false;
        for (DayBoard.Column column : board.columns()) {
            for (AppointmentDetails visit : column.appointments()) {
                if (isToDecide(visit)) {
                    coming.add(visit.id());
                    Interval time = visit.info().time();
                    suspect |=
                            !time.without(column.open()).isEmpty()
                                    || column.away().stream().anyMatch(time::overlaps);
                }
            }
        }
        if (coming.isEmpty()) {
            return Set.of();
        }
        List<Visit> visits = of(coming);
        return suspect || visits.stream().anyMatch(Visit::isMisplaced)
                ? undecidedOf(visits).keySet().stream().map(Visit::id).collect(Collectors.toSet())
                : Set.of();
    }

    /** One visit with what it collides with, decided or not; empty when with nothing. */
    public Optional<CollidingVisit> find(UUID id) {
        return whole(found(of(List.of(id)))).stream()
                .filter(visit -> isToDecide(visit.visit()))
                .findFirst();
    }

    /**
     * Decides that it stays where it is. {@code seen} is what {@link CollidingVisit#seen} said: if
     * it collides with something else by now, nothing is decided.
     */
    @Transactional
    public AppointmentOutcome keep(UUID id, int version, @Nullable String seen) {
        Appointment row = rows.lock(id);
        AppointmentDetails visit =
                views.read("where a.id = ?", id).stream().findFirst().orElse(null);
        if (row == null || visit == null) {
            return new Refused(BookingRefusal.UNKNOWN_APPOINTMENT);
        }
        CollidingVisit colliding = find(id).orElse(null);
        if (row.version != version
                || (colliding != null
                        && !colliding.open().isEmpty()
                        && !colliding.seen().equals(seen))) {
            return new Stale(visit);
        }
        if (!isToDecide(visit)) {
            return new Refused(BookingRefusal.WRONG_STATUS);
        }
        if (colliding != null && !colliding.open().isEmpty()) {
            keep(colliding, colliding.open());
        }
        return new Done(visit);
    }

    /**
     * Whoever books or moves a visit over what was named to them has decided. What began to collide
     * in the same moment was named to nobody.
     */
    void keepOnPurpose(UUID id, Set<BookingRule> setAside) {
        if (Collections.disjoint(setAside, COLLIDING.values())) {
            return;
        }
        find(id).ifPresent(
                        colliding -> {
                            List<Collision> meant =
                                    colliding.open().stream()
                                            .filter(
                                                    it ->
                                                            setAside.contains(
                                                                    COLLIDING.get(it.cause())))
                                            .toList();
                            if (!meant.isEmpty()) {
                                keep(colliding, meant);
                            }
                        });
    }

    /** Whether its time meets time off over which nobody decided it stays; whatever its status. */
    boolean isInTimeOff(AppointmentInfo visit) {
        Interval time = visit.time();
        List<Absence> away = absences.during(List.of(visit.practitionerId()), time);
        if (away.isEmpty()) {
            return false;
        }
        List<KeptVisits.Kept> decided =
                kept.of(List.of(visit.id())).getOrDefault(visit.id(), List.of());
        return away.stream()
                .map(off -> new Collision(Cause.TIME_OFF, off, time.shared(off.time())))
                .anyMatch(in -> decided.stream().noneMatch(one -> one.settles(in)));
    }

    private void keep(CollidingVisit colliding, List<Collision> meant) {
        kept.keep(colliding.id(), meant, staff.id());
        audit.record(
                new Actor.Staff(), "keep", colliding.id(), colliding.visit().info().patientId());
    }

    private boolean isToDecide(AppointmentDetails visit) {
        return TO_DECIDE.contains(visit.status())
                && visit.info().time().end().isAfter(clock.instant());
    }

    /** What deciding needs of a visit. */
    private record Visit(
            UUID id,
            UUID practitionerId,
            Interval time,
            boolean practitionerWorks,
            boolean serviceOffered,
            boolean serviceGiven) {

        static Visit of(Row row) throws SQLException {
            return new Visit(
                    row.id(1),
                    row.id(2),
                    new Interval(row.instant(3), row.instant(4)),
                    row.flag(5),
                    row.flag(6),
                    row.flag(7));
        }

        boolean isMisplaced() {
            return !practitionerWorks || !serviceOffered || !serviceGiven;
        }
    }

    /** What one collides with: undecided first. */
    private record Found(List<Collision> open, List<Collision> kept) {}

    private List<Visit> toCome(@Nullable UUID practitioner) {
        Instant now = clock.instant();
        return sql.list(
                TO_COME
                        + " and a.starts > cast(? as timestamptz) - interval '24 hours'"
                        + " and a.ends > ?"
                        + " and a.practitioner_id = coalesce(cast(? as uuid), a.practitioner_id)"
                        + " order by a.starts, a.id",
                Visit::of,
                now,
                now,
                practitioner);
    }

    private List<Visit> of(Collection<UUID> ids) {
        return sql.list(TO_COME + " and a.id = any(?) order by a.starts, a.id", Visit::of, ids);
    }

    private Map<Visit, Found> undecidedOf(List<Visit> visits) {
        Map<Visit, Found> found = found(visits);
        found.values().removeIf(it -> it.open().isEmpty());
        return found;
    }

    /** Those of them that collide, in their order: five statements however many. */
    private Map<Visit, Found> found(List<Visit> visits) {
        Map<Visit, List<Collision>> colliding = new LinkedHashMap<>();
        if (!visits.isEmpty()) {
            Collisions byTime = collisions(visits);
            for (Visit visit : visits) {
                List<Collision> collisions = of(visit, byTime);
                if (!collisions.isEmpty()) {
                    colliding.put(visit, collisions);
                }
            }
        }
        Map<UUID, List<KeptVisits.Kept>> decided =
                kept.of(colliding.keySet().stream().map(Visit::id).toList());
        Map<Visit, Found> found = new LinkedHashMap<>();
        colliding.forEach(
                (visit, collisions) -> {
                    List<KeptVisits.Kept> its = decided.getOrDefault(visit.id(), List.of());
                    Predicate<Collision> isSettled = c -> its.stream().anyMatch(k -> k.settles(c));
                    found.put(
                            visit,
                            new Found(
                                    collisions.stream().filter(isSettled.negate()).toList(),
                                    collisions.stream().filter(isSettled).toList()));
                });
        return found;
    }

    private Collisions collisions(List<Visit> visits) {
        ZoneId zone = clinic.profile().zone();
        Set<UUID> practitioners =
                visits.stream()
                        .map(Visit::practitionerId)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Instant start = visits.stream().map(v -> v.time().start()).min(Instant::compareTo).get();
        Instant end = visits.stream().map(v -> v.time().end()).max(Instant::compareTo).get();
        return new Collisions(
                zone,
                schedules.read(
                        practitioners,
                        LocalDate.ofInstant(start, zone),
                        LocalDate.ofInstant(end, zone).plusDays(1),
                        null),
                absences.during(practitioners, new Interval(start, end)));
    }

    private static List<Collision> of(Visit visit, Collisions byTime) {
        List<Collision> found = new ArrayList<>();
        if (!visit.practitionerWorks()) {
            found.add(Collision.of(Cause.PRACTITIONER_LEFT));
        } else {
            found.addAll(byTime.of(visit.practitionerId(), visit.time()));
            if (visit.serviceOffered() && !visit.serviceGiven()) {
                found.add(Collision.of(Cause.SERVICE_NOT_GIVEN));
            }
        }
        if (!visit.serviceOffered()) {
            found.add(Collision.of(Cause.SERVICE_WITHDRAWN));
        }
        return found;
    }

    private List<CollidingVisit> whole(Map<Visit, Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, AppointmentDetails> details =
                views
                        .read(
                                "where a.id = any(?)",
                                found.keySet().stream().map(Visit::id).toList())
                        .stream()
                        .collect(Collectors.toMap(AppointmentDetails::id, Function.identity()));
        List<CollidingVisit> whole = new ArrayList<>();
        found.forEach(
                (visit, it) -> {
                    AppointmentDetails its = details.get(visit.id());
                    if (its != null) {
                        whole.add(new CollidingVisit(its, it.open(), it.kept()));
                    }
                });
        return whole;
    }
}
