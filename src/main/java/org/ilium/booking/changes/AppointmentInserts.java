package org.ilium.booking.changes;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ilium.booking.Contact;
import org.ilium.booking.VisitReason;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Puts appointments into the table. {@code ON CONFLICT DO NOTHING} on the exclusion constraints
 * lets one of many win without an error, a deadlock or a stall.
 */
@Singleton
class AppointmentInserts {

    private final Sql sql;
    private final AppointmentRepository rows;
    private final Clock clock;

    AppointmentInserts(Sql sql, AppointmentRepository rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /** False when somebody else has the time, or the id; nothing was written then. */
    boolean insert(NewAppointment made, @Nullable UUID overlapAllowedBy) {
        Instant now = clock.instant();
        return write(made, overlapAllowedBy, now)
                || (removeExpiredHolds(made.practitionerId(), made.busy(), now)
                        && write(made, overlapAllowedBy, now));
    }

    private boolean write(NewAppointment made, @Nullable UUID overlapAllowedBy, Instant now) {
        Contact contact = made.contact();
        VisitReason said = made.reason();
        return sql.change(
                        """
                        insert into appointment (id, practitioner_id, service_id, patient_id,
                            status, starts, ends, busy_starts, busy_ends, mode,
                            overlap_allowed, overlap_allowed_by, hold_expires_at, held_since, network,
                            contact_name, contact_phone, contact_email, person_zone,
                            stage, weeks, reason, note, booked_via, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        made.id(),
                        made.practitionerId(),
                        made.service().id(),
                        made.patientId(),
                        made.status().code(),
                        made.time().start(),
                        made.time().end(),
                        made.busy().start(),
                        made.busy().end(),
                        made.mode() == null ? made.service().mode() : made.mode(),
                        overlapAllowedBy != null,
                        overlapAllowedBy,
                        made.held() == null ? null : made.held().until(),
                        made.held() == null ? null : made.held().since(),
                        made.from() == null ? null : made.from().network(),
                        contact == null ? null : contact.name(),
                        contact == null ? null : contact.phone(),
                        contact == null ? null : contact.email(),
                        made.zone() == null ? null : made.zone().getId(),
                        said.stage() == null ? null : said.stage().code(),
                        said.weeks(),
                        said.reason(),
                        made.note(),
                        made.via().code(),
                        now,
                        now)
                == 1;
    }

    private static final String EXPIRED =
            """
             from appointment
             where practitioner_id = ? and status = 'held' and hold_expires_at <= ?
               and status not in ('cancelled', 'no-show')
               and busy_starts < ? and busy_ends > ?
               and busy_starts > cast(? as timestamptz) - interval '24 hours'
            """;

    /**
     * Makes room where nobody came back for a hold; false when none was in the way. Only then is a
     * lock needed: whoever removes and inserts holds rows while it waits for others.
     */
    boolean removeExpiredHolds(UUID practitionerId, Interval busy, Instant now) {
        Object[] inTheWay = {practitionerId, now, busy.end(), busy.start(), busy.start()};
        if (sql.list("select 1" + EXPIRED + "limit 1", row -> true, inTheWay).isEmpty()) {
            return false;
        }
        rows.lockTimeOf(practitionerId);
        sql.change("delete" + EXPIRED, inTheWay);
        return true;
    }
}
