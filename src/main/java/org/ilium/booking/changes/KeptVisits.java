package org.ilium.booking.changes;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.availability.Collision;
import org.ilium.booking.availability.Collision.Cause;
import org.ilium.shared.Ids;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Row;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The decisions that a visit stays where it is although it collides. */
@Singleton
class KeptVisits {

    private final Sql sql;
    private final Clock clock;

    KeptVisits(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What was decided; it holds for no more of the visit's time than it was about. */
    record Kept(
            UUID appointmentId, Cause cause, @Nullable UUID absenceId, @Nullable Interval part) {

        boolean settles(Collision collision) {
            Interval now = collision.part();
            boolean same =
                    cause == collision.cause()
                            && (absenceId == null || absenceId.equals(collision.absenceId()));
            return same && (now == null || (part != null && part.contains(now)));
        }
    }

    /** By visit, in one statement. */
    Map<UUID, List<Kept>> of(Collection<UUID> visits) {
        return visits.isEmpty()
                ? Map.of()
                : sql
                        .list(
                                "select appointment_id, cause, time_off_id, starts, ends"
                                        + " from kept_visit where appointment_id = any(?)",
                                KeptVisits::kept,
                                visits)
                        .stream()
                        .collect(Collectors.groupingBy(Kept::appointmentId));
    }

    void keep(UUID visit, Collection<Collision> collisions, UUID staff) {
        for (Collision collision : collisions) {
            Interval part = collision.part();
            sql.change(
                    """
                    insert into kept_visit
                           (id, appointment_id, cause, time_off_id, starts, ends, kept_at, kept_by)
                    values (?, ?, ?, cast(? as uuid), cast(? as timestamptz),
                            cast(? as timestamptz), ?, ?)
                    """,
                    Ids.next(),
                    visit,
                    collision.cause().code(),
                    collision.absenceId(),
                    part == null ? null : part.start(),
                    part == null ? null : part.end(),
                    clock.instant(),
                    staff);
        }
    }

    private static Kept kept(Row row) throws SQLException {
        var starts = row.instantOrNull(4);
        var ends = row.instantOrNull(5);
        return new Kept(
                row.id(1),
                Cause.of(row.text(2)),
                row.orNull(3, UUID.class),
                starts == null || ends == null ? null : new Interval(starts, ends));
    }
}
