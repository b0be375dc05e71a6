package org.ilium.clinic;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

/** When practitioners work: weekly local rules, dates that differ, and time off. */
@Singleton
public class WorkingHours {

    private final EntityManager database;

    WorkingHours(EntityManager database) {
        this.database = database;
    }

    /**
     * A local window of opening in the clinic's zone: weekly when {@code day} is set, for one
     * {@code date} otherwise; no times mean closed on that date; an end of 00:00 is the end of the
     * day.
     */
    public record Rule(
            UUID practitionerId,
            @Nullable DayOfWeek day,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends) {}

    /** Weekly rules, and the exceptions dated in [from, to), in one statement. */
    public List<Rule> rules(Collection<UUID> practitionerIds, LocalDate from, LocalDate to) {
        List<Object[]> rows =
                database.unwrap(Session.class)
                        .createNativeQuery(
                                """
                                select practitioner_id, day_of_week, null::date as on_date, starts, ends
                                  from weekly_hours where practitioner_id in (:ids)
                                union all
                                select practitioner_id, null::smallint, on_date, starts, ends
                                  from hours_exception
                                 where practitioner_id in (:ids) and on_date >= :from and on_date < :to
                                """,
                                Object[].class)
                        .addScalar("practitioner_id", UUID.class)
                        .addScalar("day_of_week", Short.class)
                        .addScalar("on_date", LocalDate.class)
                        .addScalar("starts", LocalTime.class)
                        .addScalar("ends", LocalTime.class)
                        .setParameter("ids", practitionerIds)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .getResultList();
        return rows.stream().map(WorkingHours::rule).toList();
    }

    private static Rule rule(Object[] row) {
        return new Rule(
                (UUID) row[0],
                row[1] == null ? null : DayOfWeek.of(((Number) row[1]).intValue()),
                (LocalDate) row[2],
                (LocalTime) row[3],
                (LocalTime) row[4]);
    }

    @Transactional
    public void addWeekly(UUID practitionerId, DayOfWeek day, LocalTime starts, LocalTime ends) {
        database.createNativeQuery(
                        "insert into weekly_hours (id, practitioner_id, day_of_week, starts, ends)"
                                + " values (:id, :practitioner, :day, :starts, :ends)")
                .setParameter("id", Ids.next())
                .setParameter("practitioner", practitionerId)
                .setParameter("day", day.getValue())
                .setParameter("starts", starts)
                .setParameter("ends", ends)
                .executeUpdate();
    }
}
