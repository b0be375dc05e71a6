package org.ilium.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** Whether a patient exists and is free; the constraint decides between two who ask at once. */
@Singleton
class PatientTimes {

    private static final UUID NONE = new UUID(0, 0);

    private final EntityManager database;

    PatientTimes(EntityManager database) {
        this.database = database;
    }

    /** Null when she can come then, or when there is no patient to ask about. */
    @Nullable BookingRefusal refusal(
            @Nullable UUID patientId, Interval time, @Nullable UUID leftOut) {
        if (patientId == null) {
            return null;
        }
        Object[] row =
                (Object[])
                        database.createNativeQuery(
                                        """
                                        select exists (select 1 from patient where id = :patient),
                                               exists (select 1 from appointment
                                                where patient_id = :patient and id <> :leftOut
                                                  and status not in ('cancelled', 'no-show')
                                                  and starts < :to and ends > :from)
                                        """)
                                .setParameter("patient", patientId)
                                .setParameter("leftOut", leftOut == null ? NONE : leftOut)
                                .setParameter("from", time.start())
                                .setParameter("to", time.end())
                                .getSingleResult();
        if (!(Boolean) row[0]) {
            return BookingRefusal.UNKNOWN_PATIENT;
        }
        return (Boolean) row[1] ? BookingRefusal.PATIENT_BUSY : null;
    }
}
