package org.ilium.clinic;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.clinic.HoursLine.Window;
import org.ilium.shared.Ids;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** The rows of opening hours and time off. */
@Singleton
class HoursTables {

    private final EntityManager database;

    HoursTables(EntityManager database) {
        this.database = database;
    }

    /** The version of the practitioner, under which her hours are changed; null for nobody. */
    @Nullable Integer version(UUID practitioner) {
        return (Integer)
                database.createNativeQuery("select version from practitioner where id = :id")
                        .setParameter("id", practitioner)
                        .getResultStream()
                        .findFirst()
                        .orElse(null);
    }

    @SuppressWarnings("unchecked")
    Set<UUID> everOpen(LocalDate from) {
        return Set.copyOf(
                (List<UUID>)
                        database.createNativeQuery(
                                        "select practitioner_id from weekly_hours union"
                                                + " select practitioner_id from hours_exception"
                                                + " where on_date >= :from and starts is not null",
                                        UUID.class)
                                .setParameter("from", from)
                                .getResultList());
    }

    void raiseVersion(UUID practitioner) {
        database.createNativeQuery("update practitioner set version = version + 1 where id = :id")
                .setParameter("id", practitioner)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<Window> weekly(UUID practitioner) {
        List<Object[]> rows =
                database.createNativeQuery(
                                "select id, day_of_week, starts, ends from weekly_hours"
                                        + " where practitioner_id = :id order by day_of_week, starts")
                        .setParameter("id", practitioner)
                        .getResultList();
        return rows.stream()
                .map(
                        r ->
                                new Window(
                                        (UUID) r[0],
                                        DayOfWeek.of(((Number) r[1]).intValue()),
                                        null,
                                        (LocalTime) r[2],
                                        (LocalTime) r[3]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<Window> exceptions(UUID practitioner, LocalDate from) {
        List<Object[]> rows =
                database.createNativeQuery(
                                "select id, on_date, starts, ends from hours_exception where"
                                        + " practitioner_id = :id and on_date >= :from"
                                        + " order by on_date, starts")
                        .setParameter("id", practitioner)
                        .setParameter("from", from)
                        .getResultList();
        return rows.stream()
                .map(
                        r ->
                                new Window(
                                        (UUID) r[0],
                                        null,
                                        (LocalDate) r[1],
                                        (LocalTime) r[2],
                                        (LocalTime) r[3]))
                .toList();
    }

    /** The weekly hours and the dates that differ of everybody who gives a service, by person. */
    @SuppressWarnings("unchecked")
    Map<UUID, List<Window>> ofGivers(UUID service, LocalDate from) {
        List<Object[]> rows =
                database.createNativeQuery(
                                """
                                select h.practitioner_id, h.id, h.day_of_week, h.on_date, h.starts, h.ends
                                  from (select practitioner_id, id, day_of_week,
                                               cast(null as date) as on_date, starts, ends
                                          from weekly_hours
                                        union all
                                        select practitioner_id, id, null, on_date, starts, ends
                                          from hours_exception where on_date >= :from) h
                                  join practitioner p on p.id = h.practitioner_id and p.active
                                  join practitioner_service g on g.practitioner_id = p.id
                                 where g.service_id = :service
                                """)
                        .setParameter("from", from)
                        .setParameter("service", service)
                        .getResultList();
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                r -> (UUID) r[0],
                                Collectors.mapping(
                                        r ->
                                                new Window(
                                                        (UUID) r[1],
                                                        r[2] == null
                                                                ? null
                                                                : DayOfWeek.of(
                                                                        ((Number) r[2]).intValue()),
                                                        (LocalDate) r[3],
                                                        (LocalTime) r[4],
                                                        (LocalTime) r[5]),
                                        Collectors.toList())));
    }

    @SuppressWarnings("unchecked")
    List<HoursSettings.TimeOff> timeOff(UUID practitioner, Instant after) {
        List<Object[]> rows =
                database.createNativeQuery(
                                "select id, starts, ends, reason from time_off where"
                                        + " practitioner_id = :id and ends > :after order by starts")
                        .setParameter("id", practitioner)
                        .setParameter("after", after)
                        .getResultList();
        return rows.stream()
                .map(
                        r ->
                                new HoursSettings.TimeOff(
                                        (UUID) r[0],
                                        new Interval((Instant) r[1], (Instant) r[2]),
                                        (String) r[3]))
                .toList();
    }

    void deleteWeekly(UUID practitioner) {
        database.createNativeQuery("delete from weekly_hours where practitioner_id = :id")
                .setParameter("id", practitioner)
                .executeUpdate();
    }

    void deleteExceptions(UUID practitioner, LocalDate from) {
        database.createNativeQuery(
                        "delete from hours_exception where practitioner_id = :id and on_date >= :from")
                .setParameter("id", practitioner)
                .setParameter("from", from)
                .executeUpdate();
    }

    void add(UUID practitioner, Window window) {
        Query insert;
        if (window.day() != null) {
            insert =
                    database.createNativeQuery(
                                    "insert into weekly_hours (id, practitioner_id, day_of_week,"
                                            + " starts, ends)"
                                            + " values (:id, :who, :day, :starts, :ends)")
                            .setParameter("day", window.day().getValue());
        } else {
            String sql =
                    window.closed()
                            ? "insert into hours_exception (id, practitioner_id, on_date)"
                                    + " values (:id, :who, :date)"
                            : "insert into hours_exception (id, practitioner_id, on_date,"
                                    + " starts, ends) values (:id, :who, :date, :starts, :ends)";
            insert = database.createNativeQuery(sql).setParameter("date", window.date());
        }
        insert.setParameter("id", Ids.next()).setParameter("who", practitioner);
        if (!window.closed()) {
            insert.setParameter("starts", window.starts()).setParameter("ends", window.ends());
        }
        insert.executeUpdate();
    }

    UUID addTimeOff(UUID practitioner, Interval time, @Nullable String reason) {
        UUID id = Ids.next();
        database.createNativeQuery(
                        "insert into time_off (id, practitioner_id, starts, ends, reason)"
                                + " values (:id, :who, :starts, :ends, nullif(:reason, ''))")
                .setParameter("id", id)
                .setParameter("who", practitioner)
                .setParameter("starts", time.start())
                .setParameter("ends", time.end())
                .setParameter("reason", reason == null ? "" : reason)
                .executeUpdate();
        return id;
    }

    /** False when the practitioner has no such row. */
    boolean delete(String table, UUID practitioner, UUID id) {
        return database.createNativeQuery(
                                "delete from "
                                        + table
                                        + " where practitioner_id = :who and id = :id")
                        .setParameter("who", practitioner)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }
}
