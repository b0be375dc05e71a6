package org.ilium.booking.schedule;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;

/** Leaves the audit row of appointments that staff were shown: whose they are, one row for all. */
@Singleton
public class ShownAppointments {

    private final AuditTrail trail;

    ShownAppointments(AuditTrail trail) {
        this.trail = trail;
    }

    /** One appointment on its own, such as in the side panel. */
    public void one(AppointmentDetails shown) {
        trail.record("read", "appointment", shown.id(), shown.info().patientId());
    }

    /** Several at once, shown as {@code entity}, such as {@code day-board}. */
    public void all(String entity, Collection<AppointmentDetails> shown) {
        trail.recordShown(entity, patients(shown), withoutChart(shown));
    }

    /** Those found by what somebody typed. */
    public void found(Collection<AppointmentDetails> found) {
        trail.recordSearch("appointment", patients(found), withoutChart(found));
    }

    private static List<UUID> patients(Collection<AppointmentDetails> shown) {
        return shown.stream().map(a -> a.info().patientId()).filter(Objects::nonNull).toList();
    }

    /** A time that is only held has nobody's name yet. */
    private static List<UUID> withoutChart(Collection<AppointmentDetails> shown) {
        return shown.stream()
                .filter(a -> a.info().patientId() == null)
                .filter(a -> a.status() != AppointmentStatus.HELD)
                .map(AppointmentDetails::id)
                .toList();
    }
}
