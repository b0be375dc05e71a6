package org.ilium.mail;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ilium.booking.AppointmentBooked;
import org.ilium.booking.AppointmentCancelled;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentLinksClosed;
import org.ilium.booking.AppointmentMoved;
import org.ilium.booking.Appointments;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.programs.Plan;
import org.ilium.programs.PlanLinksClosed;
import org.ilium.programs.PlanNoticeAsked;
import org.ilium.programs.ProgramSent;
import org.ilium.programs.Programs;
import org.ilium.reviews.Invitation;
import org.ilium.reviews.ReviewInvited;
import org.ilium.reviews.Reviews;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happened, in the transaction in which it happens, and leaves a message in the outbox:
 * only who it is for is looked up here, what it says is written when it is sent.
 */
@Singleton
class MailObservers {

    private final Outbox outbox;
    private final Appointments appointments;
    private final Patients patients;
    private final Programs programs;
    private final Reviews reviews;

    MailObservers(
            Outbox outbox,
            Appointments appointments,
            Patients patients,
            Programs programs,
            Reviews reviews) {
        this.outbox = outbox;
        this.appointments = appointments;
        this.patients = patients;
        this.programs = programs;
        this.reviews = reviews;
    }

    void booked(@Observes AppointmentBooked event) {
        aboutAppointment(AppointmentMessage.BOOKED, event.appointment(), null);
    }

    void moved(@Observes AppointmentMoved event) {
        aboutAppointment(
                AppointmentMessage.MOVED, appointment(event.appointmentId()), event.previousTime());
    }

    void cancelled(@Observes AppointmentCancelled event) {
        aboutAppointment(AppointmentMessage.CANCELLED, appointment(event.appointmentId()), null);
    }

    void appointmentLinksClosed(@Observes AppointmentLinksClosed event) {
        aboutAppointment(AppointmentMessage.BOOKED, appointment(event.appointmentId()), null);
    }

    void programSent(@Observes ProgramSent event) {
        plan(event.programId(), event.versionNumber());
    }

    void planLinksClosed(@Observes PlanLinksClosed event) {
        outbox.dropWaiting(PlanMessage.PLAN, event.programId(), "Its links were closed.");
    }

    void planNoticeAsked(@Observes PlanNoticeAsked event) {
        // one that waits for its next try would come after it, and tell her twice
        outbox.dropWaiting(PlanMessage.PLAN, event.programId(), "It was sent again.");
        plan(event.programId(), event.versionNumber());
    }

    private void plan(UUID programId, int version) {
        Plan plan = programs.sentPlan(programId, version).orElseThrow();
        outbox.addAboutPatient(
                PlanMessage.PLAN, programId, version, plan.patientId(), email(plan.patientId()));
    }

    void reviewInvited(@Observes ReviewInvited event) {
        Invitation invitation = reviews.invitation(event.invitationId()).orElseThrow();
        outbox.dropWaiting(ReviewMessage.ASK, invitation.id(), "She is asked anew.");
        if (invitation.patientId() != null) {
            outbox.addAboutPatient(
                    ReviewMessage.ASK,
                    invitation.id(),
                    null,
                    invitation.patientId(),
                    email(invitation.patientId()));
        }
    }

    private AppointmentInfo appointment(UUID id) {
        return appointments.find(id).orElseThrow();
    }

    private void aboutAppointment(
            MessageKind kind, AppointmentInfo appointment, @Nullable Interval previously) {
        Instant visit = appointment.time().start();
        outbox.addAboutAppointment(
                kind,
                appointment.id(),
                previously != null && previously.start().isBefore(visit)
                        ? previously.start()
                        : visit,
                appointment.patientId(),
                appointment.contactEmail());
    }

    private String email(UUID patientId) {
        return patients.find(patientId).flatMap(this::email).orElse(null);
    }

    private Optional<String> email(PatientInfo patient) {
        return Optional.ofNullable(patient.email());
    }
}
