package org.ilium.clinic;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ilium.shared.Ids;
import org.ilium.shared.sql.Row;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** When practitioners work: weekly local rules, dates that differ, and time off. */
@Singleton
public class WorkingHours {

    private final EntityManager database;
    private final Sql sql;

    WorkingHours(EntityManager database, Sql sql) {
        this.database = database;
        this.sql = sql;
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
        return sql.list(
                """
                select practitioner_id, day_of_week, null::date, starts, ends
                  from weekly_hours where practitioner_id = any(?)
                union all
                select practitioner_id, null::smallint, on_date, starts, ends
                  from hours_exception
                 where practitioner_id = any(?) and on_date >= ? and on_date < ?
                """,
                WorkingHours::rule,
                practitionerIds,
                practitionerIds,
                from,
                to);
    }

    private static Rule rule(Row row) throws SQLException {
        Integer day = row.orNull(2, Integer.class);
        return new Rule(
                row.id(1),
                day == null ? null : DayOfWeek.of(day),
                row.orNull(3, LocalDate.class),
                row.orNull(4, LocalTime.class),
                row.orNull(5, LocalTime.class));
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

    /** Opens on that date in place of the weekly hours; once for each window of the date. */
    @Transactional
    public void addOn(UUID practitionerId, LocalDate date, LocalTime starts, LocalTime ends) {
        database.createNativeQuery(
                        "insert into hours_exception (id, practitioner_id, on_date, starts, ends)"
                                + " values (:id, :practitioner, :date, :starts, :ends)")
                .setParameter("id", Ids.next())
                .setParameter("practitioner", practitionerId)
                .setParameter("date", date)
                .setParameter("starts", starts)
                .setParameter("ends", ends)
                .executeUpdate();
    }
}
