package org.ilium.desk.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.BookingRule;
import org.ilium.booking.changes.CollidingVisits;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.Absence;
import org.ilium.clinic.AbsenceEntry;
import org.ilium.clinic.Absences;
import org.ilium.desk.DeskWords;
import org.ilium.web.FieldErrors;
import org.ilium.web.FormState;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.ilium.web.SettingsOutcome;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Blocks time, and works off the visits that stand in it. */
@Path("/desk/time-off")
@Blocking
@RolesAllowed(May.SCHEDULE)
class DeskTimeOffPage {

    private static final String TITLE = "Time off";
    private static final String PATH = "/desk/time-off";
    private static final FormState FRESH = FormState.fresh(null, false);

    private final DeskTimeOff view;
    private final DeskVisits visits;
    private final DeskAnswers answers;
    private final CollidingVisits colliding;
    private final Absences absences;
    private final Appointments appointments;
    private final MovingAppointments moving;

    DeskTimeOffPage(
            DeskTimeOff view,
            DeskVisits visits,
            DeskAnswers answers,
            CollidingVisits colliding,
            Absences absences,
            Appointments appointments,
            MovingAppointments moving) {
        this.view = view;
        this.visits = visits;
        this.answers = answers;
        this.colliding = colliding;
        this.absences = absences;
        this.appointments = appointments;
        this.moving = moving;
    }

    @GET
    public Response list(
            @RestQuery @Nullable String date,
            @RestQuery @Nullable String day,
            @RestHeader(DeskAddress.BOARDS_DAY) @Nullable String boardsDay,
            @RestQuery @Nullable String practitioner) {
        LocalDate shown =
                date == null || date.isBlank()
                        ? DeskAddress.day(day == null ? boardsDay : day)
                        : BoardPage.date(date);
        DeskTimeOffForm form = DeskTimeOffForm.on(shown == null ? appointments.today() : shown);
        return panel(
                200,
                DeskVisits.Message.NONE,
                form,
                FRESH,
                DeskAnswers.id("practitioner", practitioner));
    }

    /** The button beside the board, with how many visits are to be decided. */
    @GET
    @Path("count")
    public Response count() {
        return Html.page(200, view.count());
    }

    @POST
    public Response block(
            @RestForm("off-who") @DefaultValue("") String who,
            @RestForm("off-date") @DefaultValue("") String date,
            @RestForm("off-time") @DefaultValue("") String time,
            @RestForm("off-until-date") @DefaultValue("") String untilDate,
            @RestForm("off-until-time") @DefaultValue("") String untilTime,
            @RestForm("off-reason") @DefaultValue("") String reason) {
        DeskTimeOffForm form =
                new DeskTimeOffForm(who, date, time, untilDate, untilTime, reason, null, null);
        FieldErrors errors = new FieldErrors();
        AbsenceEntry entry = form.entry(errors);
        return saved(
                form,
                errors.isEmpty() ? absences.add(entry) : new SettingsOutcome.Invalid(errors),
                "Blocked.");
    }

    @GET
    @Path("{id}")
    public Response edit(@RestPath UUID id) {
        Absence absence = absences.find(id).orElseThrow(RefusedException::notFound);
        return panel(200, DeskVisits.Message.NONE, view.formOf(absence), FRESH, null);
    }

    @POST
    @Path("{id}")
    public Response change(
            @RestPath UUID id,
            @RestForm("off-who") @DefaultValue("") String who,
            @RestForm("off-date") @DefaultValue("") String date,
            @RestForm("off-time") @DefaultValue("") String time,
            @RestForm("off-until-date") @DefaultValue("") String untilDate,
            @RestForm("off-until-time") @DefaultValue("") String untilTime,
            @RestForm("off-reason") @DefaultValue("") String reason,
            @RestForm @Nullable Integer version) {
        DeskTimeOffForm form =
                new DeskTimeOffForm(
                        who, date, time, untilDate, untilTime, reason, id.toString(), version);
        FieldErrors errors = new FieldErrors();
        AbsenceEntry entry = form.entry(errors);
        return saved(
                form,
                errors.isEmpty() ? absences.change(id, entry) : new SettingsOutcome.Invalid(errors),
                "Saved.");
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@RestPath UUID id) {
        boolean removed = absences.remove(id) instanceof SettingsOutcome.Done;
        return changed(
                removed
                        ? DeskVisits.Message.done("Removed. The time can be booked again.")
                        : DeskVisits.Message.done("It had been removed already."));
    }

    /** The part of a visit's panel that says what it collides with; empty when with nothing. */
    @GET
    @Path("visits/{id}")
    @RolesAllowed(May.SEE_SCHEDULE)
    public Response ofVisit(@RestPath UUID id) {
        return Html.page(200, view.ofVisit(colliding.find(id).orElse(null), answers.mayEdit()));
    }

    @POST
    @Path("visits/{id}/move")
    public Response move(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String slot,
            @RestForm boolean ofVisit) {
        AppointmentDetails visit = visits.find(id);
        DeskChoice choice =
                DeskChoice.of(new DeskChoice.Sent(slot, null, null, null), appointments.zone());
        AppointmentOutcome outcome =
                moving.moveByStaff(
                        id,
                        DeskAnswers.version(version),
                        choice.practitionerId(),
                        choice.start(),
                        BookingRule.NONE);
        String done =
                "Moved %s to %s."
                        .formatted(
                                visit.name(),
                                DeskWords.dateAndTime(
                                        choice.start(), appointments.zone(), appointments.today()));
        return answer(id, outcome, done, seen, ofVisit);
    }

    @POST
    @Path("visits/{id}/keep")
    public Response keep(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String causes,
            @RestForm boolean ofVisit) {
        AppointmentDetails visit = visits.find(id);
        AppointmentOutcome outcome = colliding.keep(id, DeskAnswers.version(version), causes);
        String done = "%s stays at this time. Noted with your name.".formatted(visit.name());
        return answer(id, outcome, done, seen, ofVisit);
    }

    private Response answer(
            UUID id,
            AppointmentOutcome outcome,
            String done,
            @Nullable String seen,
            boolean ofVisit) {
        if (ofVisit) {
            return visits.answer(id, outcome, done, seen);
        }
        if (outcome instanceof Done) {
            return changed(DeskVisits.Message.done(done));
        }
        String name = visits.view(visits.find(id)).name();
        String why =
                outcome instanceof Refused refused
                        ? refused.refusal().reason()
                        : outcome instanceof Stale
                                ? "Somebody changed this visit meanwhile. Nothing was done."
                                : "That time is taken by now. Another one is offered below.";
        int status = outcome instanceof Refused refused ? refused.refusal().status() : 409;
        return panel(
                status,
                DeskVisits.Message.refusal(name + ": " + why),
                DeskTimeOffForm.on(appointments.today()),
                FRESH,
                null);
    }

    private Response saved(DeskTimeOffForm form, SettingsOutcome outcome, String done) {
        if (outcome instanceof SettingsOutcome.Done) {
            return changed(DeskVisits.Message.done(done));
        }
        FormState state = FormState.of(outcome, form.version());
        DeskTimeOffForm again =
                state.stale()
                        ? new DeskTimeOffForm(
                                form.who(),
                                form.date(),
                                form.time(),
                                form.untilDate(),
                                form.untilTime(),
                                form.reason(),
                                form.id(),
                                state.version())
                        : form;
        return panel(state.status(), DeskVisits.Message.NONE, again, state, null);
    }

    private Response changed(DeskVisits.Message message) {
        LocalDate today = appointments.today();
        return answers.changed(
                TITLE, PATH, "/desk", view.panel(message, DeskTimeOffForm.on(today), FRESH, null));
    }

    private Response panel(
            int status,
            DeskVisits.Message message,
            DeskTimeOffForm form,
            FormState state,
            @Nullable UUID practitioner) {
        return answers.panel(
                status, TITLE, "/desk", view.panel(message, form, state, practitioner));
    }
}
