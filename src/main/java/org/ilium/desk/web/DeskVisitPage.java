package org.ilium.desk.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.Cancellation;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.AppointmentProgress;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One appointment beside the board, and each step of its way. */
@Path("/desk/appointments/{id}")
@Blocking
@RolesAllowed(May.SEE_SCHEDULE)
class DeskVisitPage {

    private static final int LONGEST_NOTE = 4000;

    private final DeskVisits visits;
    private final AppointmentProgress progress;
    private final AppointmentChanges changes;

    DeskVisitPage(DeskVisits visits, AppointmentProgress progress, AppointmentChanges changes) {
        this.visits = visits;
        this.progress = progress;
        this.changes = changes;
    }

    @GET
    public Response show(@RestPath UUID id, @RestQuery @DefaultValue("") String told) {
        return visits.show(visits.find(id), told.equals(DeskVisits.ASK));
    }

    @POST
    @Path("arrive")
    @RolesAllowed(May.RECEIVE)
    public Response arrive(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen) {
        return answer(id, progress.arrive(id, DeskAnswers.version(version)), "Arrived.", seen);
    }

    @POST
    @Path("start")
    @RolesAllowed(May.TREAT)
    public Response start(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen) {
        return answer(id, progress.start(id, DeskAnswers.version(version)), "Begun.", seen);
    }

    @POST
    @Path("complete")
    @RolesAllowed(May.TREAT)
    public Response complete(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen) {
        return answer(id, progress.complete(id, DeskAnswers.version(version)), "Completed.", seen);
    }

    @POST
    @Path("no-show")
    @RolesAllowed(May.SCHEDULE)
    public Response noShow(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen) {
        return answer(
                id,
                progress.noShow(id, DeskAnswers.version(version)),
                "Marked as no-show. The time is free again.",
                seen);
    }

    @POST
    @Path("undo")
    @RolesAllowed(May.RECEIVE)
    public Response undo(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen) {
        int sent = DeskAnswers.version(version);
        boolean wasOff = !visits.find(id).status().holdsTime();
        AppointmentOutcome outcome =
                visits.mayEdit() ? changes.takeBack(id, sent) : progress.undo(id, sent);
        String also =
                wasOff && outcome instanceof AppointmentOutcome.Done done
                        ? visits.alsoThatDay(done.appointment())
                        : "";
        return visits.answerAndAsk(id, outcome, "Taken back." + also, seen);
    }

    @POST
    @Path("cancel")
    @RolesAllowed(May.SCHEDULE)
    public Response cancel(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String cancelledBy,
            @RestForm @Nullable String cancelReason) {
        int sent = DeskAnswers.version(version);
        FieldErrors errors = new FieldErrors();
        Cancellation why = Cancellation.read(cancelledBy, cancelReason, errors);
        if (why == null) {
            throw RefusedException.of(errors);
        }
        return visits.answerAndAsk(
                id,
                changes.cancelByStaff(id, sent, why),
                "Cancelled. The time is free again.",
                seen);
    }

    @POST
    @Path("told")
    @RolesAllowed(May.SCHEDULE)
    public Response told(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen) {
        return answer(
                id,
                changes.toldOnThePhone(id, DeskAnswers.version(version)),
                "Noted: told on the phone.",
                seen);
    }

    @POST
    @Path("note")
    @RolesAllowed(May.SCHEDULE)
    public Response note(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String loaded,
            @RestForm @Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw RefusedException.of(
                    new FieldErrors()
                            .add(
                                    "note",
                                    "Use at most " + LONGEST_NOTE + " characters in the note"));
        }
        AppointmentOutcome outcome = changes.note(id, DeskAnswers.version(version), note);
        return outcome instanceof Stale stale
                ? visits.stale(stale.current(), seen, DeskNote.late(loaded, note, stale.current()))
                : answer(id, outcome, "Note saved.", seen);
    }

    private Response answer(
            UUID id, AppointmentOutcome outcome, String done, @Nullable String seen) {
        return visits.answer(id, outcome, done, seen);
    }
}
