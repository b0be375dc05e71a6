package org.ilium.desk.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Gives an appointment another free time, or one over another appointment on purpose. */
@Path("/desk/appointments/{id}/move")
@Blocking
@RolesAllowed(May.SCHEDULE)
class DeskMovePage {

    private final DeskVisits visits;
    private final DeskSlots slots;
    private final DeskConflicts conflicts;
    private final DeskAnswers answers;
    private final Appointments appointments;
    private final MovingAppointments moving;
    private final ClinicDirectory clinic;

    DeskMovePage(
            DeskVisits visits,
            DeskSlots slots,
            DeskConflicts conflicts,
            DeskAnswers answers,
            Appointments appointments,
            MovingAppointments moving,
            ClinicDirectory clinic) {
        this.visits = visits;
        this.slots = slots;
        this.conflicts = conflicts;
        this.answers = answers;
        this.appointments = appointments;
        this.moving = moving;
        this.clinic = clinic;
    }

    /**
     * Free times with the same practitioner from the visit's own day on, unless asked otherwise.
     */
    @GET
    public Response times(
            @RestPath UUID id,
            @RestQuery @Nullable String practitioner,
            @RestQuery @Nullable String from) {
        AppointmentDetails visit = visits.find(id);
        String with =
                DeskSlots.practitioner(practitioner, visit.info().practitionerId().toString());
        LocalDate date = from == null || from.isBlank() ? dayOf(visit) : BoardPage.date(from);
        return page(200, visit, with, date, DeskConflict.NONE);
    }

    @POST
    public Response move(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String slot,
            @RestForm @Nullable String otherPractitioner,
            @RestForm @Nullable String otherDate,
            @RestForm @Nullable String otherTime,
            @RestForm @Nullable String setAside) {
        AppointmentDetails visit = visits.find(id);
        int sent = DeskAnswers.version(version);
        DeskChoice choice =
                DeskChoice.of(
                        new DeskChoice.Sent(slot, otherPractitioner, otherDate, otherTime),
                        appointments.zone());
        AppointmentOutcome outcome =
                moving.moveByStaff(
                        id,
                        sent,
                        choice.practitionerId(),
                        choice.start(),
                        choice.setAside(setAside));
        if (outcome instanceof Done done && done.appointment().version() == sent) {
            return visits.done(done.appointment(), "It is there already. Nothing was changed.");
        }
        if (outcome instanceof Done || outcome instanceof Stale) {
            return visits.answerAndAsk(id, outcome, "Moved.", seen);
        }
        return page(
                DeskConflicts.status(outcome),
                visit,
                visit.info().practitionerId().toString(),
                DeskConflicts.from(
                        outcome,
                        LocalDate.ofInstant(choice.start(), appointments.zone()),
                        appointments.today()),
                conflicts.of(outcome, service(visit), choice, "Move"));
    }

    private Response page(
            int status,
            AppointmentDetails visit,
            String practitioner,
            LocalDate from,
            DeskConflict conflict) {
        DeskVisit view = visits.view(visit);
        DeskSlots.Asked asked =
                new DeskSlots.Asked(
                        service(visit), practitioner, from, visit.info().practitionerId());
        return answers.panel(
                status,
                "Move an appointment",
                DeskVisits.back(view),
                Templates.move(view, slots.view(asked, visit.id()), conflict));
    }

    private ServiceInfo service(AppointmentDetails visit) {
        return clinic.service(visit.info().serviceId())
                .orElseThrow(RefusedException::notFound)
                .lasting(visit.info().time().length());
    }

    private LocalDate dayOf(AppointmentDetails visit) {
        return LocalDate.ofInstant(visit.info().time().start(), appointments.zone());
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance move(
                DeskVisit visit, DeskSlots.View slots, DeskConflict conflict);
    }
}
