package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.booking.AppointmentLinksClosed;
import org.ilium.booking.AppointmentStatus;
import org.ilium.patients.PatientEmailChanged;
import org.ilium.patients.PatientPhoneChanged;

/** Closes the links to a patient's appointments that went to an address that is not hers now. */
@ApplicationScoped
class LinksOfOldAddress {

    private static final Set<AppointmentStatus> TO_COME =
            Set.of(AppointmentStatus.REQUESTED, AppointmentStatus.BOOKED);

    private final AppointmentRepository appointments;
    private final PatientLinks links;
    private final AuditTrail audit;
    private final Event<AppointmentLinksClosed> closed;
    private final Clock clock;

    LinksOfOldAddress(
            AppointmentRepository appointments,
            PatientLinks links,
            AuditTrail audit,
            Event<AppointmentLinksClosed> closed,
            Clock clock) {
        this.appointments = appointments;
        this.links = links;
        this.audit = audit;
        this.closed = closed;
        this.clock = clock;
    }

    /**
     * Mail about one that was booked with an address of its own still goes there; one that was
     * booked with the address which is now another goes to that.
     */
    void close(@Observes PatientEmailChanged event) {
        for (Appointment appointment :
                appointments.list(
                        "patientId = ?1 and (contactEmail is null or lower(contactEmail) = ?2)",
                        event.patientId(),
                        event.before().toLowerCase(Locale.ROOT))) {
            if (appointment.contactEmail != null && isToCome(appointment)) {
                appointment.contactEmail = event.after();
            }
            close(appointment);
        }
    }

    /** The same of the number that is called. */
    void follow(@Observes PatientPhoneChanged event) {
        appointments
                .list("patientId = ?1 and contactPhone = ?2", event.patientId(), event.before())
                .stream()
                .filter(this::isToCome)
                .forEach(appointment -> appointment.contactPhone = event.after());
    }

    /**
     * It is in another chart now: who had it before may open it no more, and who has it is told.
     * One that was booked with an address of its own stays with that.
     */
    void givenToAnother(Appointment appointment) {
        if (appointment.contactEmail == null) {
            close(appointment);
        }
    }

    private boolean isToCome(Appointment appointment) {
        return TO_COME.contains(appointment.status) && clock.instant().isBefore(appointment.starts);
    }

    private void close(Appointment appointment) {
        UUID id = appointment.id;
        if (links.revokeAll(LinkKind.APPOINTMENT, id) == 0) {
            return;
        }
        audit.recordByStaffOrSystem("close", "appointment-links", id, appointment.patientId);
        if (isToCome(appointment)) {
            closed.fire(new AppointmentLinksClosed(id));
        }
    }
}
