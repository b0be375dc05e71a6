package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.shared.sql.Sql;

/**
 * Remembers who was registered under which key of whom, so that a request sent twice registers
 * once. Only for whoever holds the {@link Registrations} lock.
 */
@Singleton
class RepeatedRegistrations {

    private final Sql sql;
    private final CurrentStaff staff;
    private final Clock clock;

    RepeatedRegistrations(Sql sql, CurrentStaff staff, Clock clock) {
        this.sql = sql;
        this.staff = staff;
        this.clock = clock;
    }

    /** One who was registered under the key before, and whether with the same particulars. */
    record Earlier(UUID patientId, boolean isSame) {}

    /** At most one. */
    List<Earlier> of(String key, String said) {
        return sql.list(
                "select patient_id, request_hash = sha256(convert_to(?, 'UTF8'))"
                        + " from registration_request where scope = ? and key = ?",
                row -> new Earlier(row.id(1), row.flag(2)),
                said,
                scope(),
                key);
    }

    void remember(String key, String said, UUID patientId) {
        sql.change(
                "insert into registration_request (scope, key, request_hash, patient_id, created_at)"
                        + " values (?, ?, sha256(convert_to(?, 'UTF8')), ?, ?)",
                scope(),
                key,
                said,
                patientId,
                clock.instant());
    }

    private String scope() {
        return staff.id().toString();
    }
}
