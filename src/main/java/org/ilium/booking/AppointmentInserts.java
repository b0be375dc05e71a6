package org.ilium.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Puts appointments into the table. {@code ON CONFLICT DO NOTHING} on the exclusion constraints
 * lets one of many win without an error, a deadlock or a stall.
 */
@Singleton
class AppointmentInserts {

    private final EntityManager database;
    private final AppointmentRepository rows;
    private final Clock clock;

    AppointmentInserts(EntityManager database, AppointmentRepository rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** False when somebody else has the time, or the id; nothing was written then. */
    boolean insert(NewAppointment made, @Nullable UUID overlapAllowedBy) {
        Instant now = clock.instant();
        removeExpiredHolds(made.practitionerId(), made.busy(), now);
        Contact contact = made.contact();
        VisitReason said = made.reason();
        return database.createNativeQuery(
                                """
                                insert into appointment (id, practitioner_id, service_id, patient_id,
                                    status, starts, ends, busy_starts, busy_ends, mode,
                                    overlap_allowed, overlap_allowed_by, hold_expires_at,
                                    contact_name, contact_phone, contact_email, person_zone,
                                    stage, weeks, reason, note, booked_via, created_at, updated_at)
                                values (:id, :practitioner, :service, cast(:patient as uuid),
                                    :status, :starts, :ends, :busyStarts, :busyEnds, :mode,
                                    :overlap, cast(:overlapBy as uuid), cast(:expires as timestamptz),
                                    :name, :phone, :email, :zone,
                                    :stage, cast(:weeks as smallint), :reason, :note, :via, :now, :now)
                                on conflict do nothing
                                """)
                        .setParameter("id", made.id())
                        .setParameter("practitioner", made.practitionerId())
                        .setParameter("service", made.service().id())
                        .setParameter("patient", text(made.patientId()))
                        .setParameter("status", made.status().code())
                        .setParameter("starts", made.time().start())
                        .setParameter("ends", made.time().end())
                        .setParameter("busyStarts", made.busy().start())
                        .setParameter("busyEnds", made.busy().end())
                        .setParameter(
                                "mode", made.mode() == null ? made.service().mode() : made.mode())
                        .setParameter("overlap", overlapAllowedBy != null)
                        .setParameter("overlapBy", text(overlapAllowedBy))
                        .setParameter("expires", text(made.holdExpiresAt()))
                        .setParameter("name", contact == null ? null : contact.name())
                        .setParameter("phone", contact == null ? null : contact.phone())
                        .setParameter("email", contact == null ? null : contact.email())
                        .setParameter("zone", made.zone() == null ? null : made.zone().getId())
                        .setParameter("stage", said.stage() == null ? null : said.stage().code())
                        .setParameter("weeks", text(said.weeks()))
                        .setParameter("reason", said.reason())
                        .setParameter("note", made.note())
                        .setParameter("via", made.via().code())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /**
     * Makes room where nobody came back for a hold. Only then is a lock needed: whoever removes and
     * inserts holds rows while it waits for others.
     */
    void removeExpiredHolds(UUID practitionerId, Interval busy, Instant now) {
        if (expiredHolds("select count(*) from", practitionerId, busy, now) == 0) {
            return;
        }
        rows.lockTimeOf(practitionerId);
        database.createNativeQuery("delete from " + EXPIRED)
                .setParameter("practitioner", practitionerId)
                .setParameter("from", busy.start())
                .setParameter("to", busy.end())
                .setParameter("now", now)
                .executeUpdate();
    }

    private static final String EXPIRED =
            """
            appointment
             where practitioner_id = :practitioner and status = 'held' and hold_expires_at <= :now
               and status not in ('cancelled', 'no-show')
               and busy_starts < :to and busy_ends > :from
               and busy_starts > cast(:from as timestamptz) - interval '24 hours'
            """;

    private long expiredHolds(String what, UUID practitionerId, Interval busy, Instant now) {
        return ((Number)
                        database.createNativeQuery(what + " " + EXPIRED)
                                .setParameter("practitioner", practitionerId)
                                .setParameter("from", busy.start())
                                .setParameter("to", busy.end())
                                .setParameter("now", now)
                                .getSingleResult())
                .longValue();
    }
}
