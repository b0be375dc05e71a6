package org.ilium.reviews;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.ilium.messages.Outbox;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;

/**
 * Hears who is invited to a review, in the transaction in which it happens, and leaves a message in
 * the outbox: what it says is written when it is sent.
 */
@Singleton
class ReviewNews {

    private final Outbox outbox;
    private final Reviews reviews;
    private final Patients patients;

    ReviewNews(Outbox outbox, Reviews reviews, Patients patients) {
        this.outbox = outbox;
        this.reviews = reviews;
        this.patients = patients;
    }

    void invited(@Observes ReviewInvited event) {
        Invitation invitation = reviews.invitation(event.invitationId()).orElseThrow();
        outbox.dropWaiting(ReviewMessage.ASK, invitation.id(), "She is asked anew.");
        if (invitation.patientId() != null) {
            outbox.addAboutPatient(
                    ReviewMessage.ASK,
                    invitation.id(),
                    null,
                    invitation.patientId(),
                    patients.find(invitation.patientId()).map(PatientInfo::email).orElse(null));
        }
    }
}
