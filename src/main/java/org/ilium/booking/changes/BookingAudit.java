package org.ilium.booking.changes;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.RulesBroken;
import org.jspecify.annotations.Nullable;

/** Leaves the audit row of each change, in the change's own transaction. */
@Singleton
class BookingAudit {

    private static final String ENTITY = "appointment";

    private final AuditTrail trail;

    BookingAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** {@code broken} are the rules that staff set aside, named in the row. */
    void record(
            Actor actor,
            String action,
            UUID appointmentId,
            @Nullable UUID patientId,
            List<BrokenRule> broken) {
        if (actor instanceof Actor.Staff
                && RulesBroken.decisive(broken, BookingRule.NONE) != null) {
            trail.recordAgainst(
                    broken.stream().map(b -> b.rule().code()).toList(),
                    action,
                    ENTITY,
                    appointmentId,
                    patientId);
        } else {
            record(actor, action, appointmentId, patientId);
        }
    }

    void record(Actor actor, String action, UUID appointmentId, @Nullable UUID patientId) {
        if (actor instanceof Actor.Staff) {
            trail.record(action, ENTITY, appointmentId, patientId);
        } else if (actor instanceof Actor.Patient patient) {
            trail.recordByPatient(patient.linkId(), action, ENTITY, appointmentId, patientId);
        } else if (actor instanceof Actor.Visitor) {
            trail.recordByPublic(action, ENTITY, appointmentId, patientId);
        } else {
            trail.recordBySystem(action, ENTITY, appointmentId, patientId);
        }
    }
}
