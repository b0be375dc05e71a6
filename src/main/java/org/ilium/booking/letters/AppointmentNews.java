package org.ilium.booking.letters;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.ilium.booking.AppointmentBooked;
import org.ilium.booking.AppointmentCancelled;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentLinksClosed;
import org.ilium.booking.AppointmentMoved;
import org.ilium.booking.schedule.Appointments;
import org.ilium.messages.MessageKind;
import org.ilium.messages.Outbox;
import org.ilium.messages.SubjectMessages;

/**
 * Hears what happened to an appointment, in the transaction in which it happens, and leaves a
 * message in the outbox: what it says is written when it is sent.
 */
@Singleton
class AppointmentNews {

    private final Outbox outbox;
    private final SubjectMessages messages;
    private final Appointments appointments;

    AppointmentNews(Outbox outbox, SubjectMessages messages, Appointments appointments) {
        this.outbox = outbox;
        this.messages = messages;
        this.appointments = appointments;
    }

    void booked(@Observes AppointmentBooked event) {
        tell(AppointmentMessage.BOOKED, event.appointment());
    }

    void moved(@Observes AppointmentMoved event) {
        AppointmentInfo appointment = appointment(event.appointmentId());
        Instant visit = appointment.time().start();
        Instant before = event.previousTime().start();
        tell(AppointmentMessage.MOVED, appointment, before.isBefore(visit) ? before : visit);
    }

    void cancelled(@Observes AppointmentCancelled event) {
        tell(AppointmentMessage.CANCELLED, appointment(event.appointmentId()));
    }

    void linksClosed(@Observes AppointmentLinksClosed event) {
        tell(AppointmentMessage.BOOKED, appointment(event.appointmentId()));
    }

    private AppointmentInfo appointment(UUID id) {
        return appointments.find(id).orElseThrow();
    }

    void tell(MessageKind kind, AppointmentInfo appointment) {
        tell(kind, appointment, appointment.time().start());
    }

    /**
     * Puts it into the outbox. {@code visit} is the earliest time that matters: of a moved one,
     * where it was if that is before where it is.
     */
    void tell(MessageKind kind, AppointmentInfo appointment, Instant visit) {
        outbox.addAboutAppointment(
                kind,
                appointment.id(),
                // of a booking, it is the first message
                kind == AppointmentMessage.BOOKED ? visit : earliest(appointment.id(), visit),
                appointment.patientId(),
                appointment.contactEmail());
    }

    /** She may know of any time of which the last messages should have told that it is no more. */
    private Instant earliest(UUID appointmentId, Instant visit) {
        Instant untold = messages.earliestUntold(appointmentId);
        return untold != null && untold.isBefore(visit) ? untold : visit;
    }
}
