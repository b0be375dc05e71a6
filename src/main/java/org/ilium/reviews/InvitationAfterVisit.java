package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.ilium.booking.AppointmentCompleted;
import org.ilium.booking.schedule.Appointments;

/** Notes each completed visit in the transaction that completes it. */
@ApplicationScoped
class InvitationAfterVisit {

    private final Appointments appointments;
    private final ReviewInvitations invitations;

    InvitationAfterVisit(Appointments appointments, ReviewInvitations invitations) {
        this.appointments = appointments;
        this.invitations = invitations;
    }

    void note(@Observes AppointmentCompleted completed) {
        invitations.note(appointments.find(completed.appointmentId()).orElseThrow());
    }
}
