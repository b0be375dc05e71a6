package org.ilium.booking.changes;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.ilium.booking.BookingRefusal;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Whether a patient exists and is free; the constraint decides between two who ask at once. */
@Singleton
class PatientTimes {

    private static final UUID NONE = new UUID(0, 0);

    private final Sql sql;

    PatientTimes(Sql sql) {
        this.sql = sql;
    }

    /** Why she cannot come, null when she can, and whether she can be called. */
    record Found(@Nullable BookingRefusal refusal, boolean phone) {}

    /**
     * What stands against a time of hers; of nobody, nothing. Whoever else books for her waits
     * until the caller's transaction ends, so that each sees the other's visit.
     */
    Found look(@Nullable UUID patientId, Interval time, @Nullable UUID leftOut) {
        if (patientId == null) {
            return new Found(null, false);
        }
        return sql.list(
                        """
                        with her as (select id, phone from patient where id = ? for no key update)
                        select exists (select from her),
                               exists (select 1 from appointment
                                where patient_id = ? and id <> ?
                                  and status not in ('cancelled', 'no-show')
                                  and starts < ? and ends > ?),
                               exists (select from her where phone is not null)
                        """,
                        row -> new Found(refusal(row.flag(1), row.flag(2)), row.flag(3)),
                        patientId,
                        patientId,
                        leftOut == null ? NONE : leftOut,
                        time.end(),
                        time.start())
                .get(0);
    }

    /** Null when she can come then, or when there is no patient to ask about. */
    @Nullable BookingRefusal refusal(
            @Nullable UUID patientId, Interval time, @Nullable UUID leftOut) {
        return look(patientId, time, leftOut).refusal();
    }

    private static @Nullable BookingRefusal refusal(boolean known, boolean busy) {
        if (!known) {
            return BookingRefusal.UNKNOWN_PATIENT;
        }
        return busy ? BookingRefusal.PATIENT_BUSY : null;
    }
}
