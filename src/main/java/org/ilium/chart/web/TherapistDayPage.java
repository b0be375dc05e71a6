package org.ilium.chart.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.AppointmentProgress;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.chart.TherapistDays;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.programs.WaitingPlan;
import org.ilium.programs.WaitingPlans;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The therapist's day: whom she sees, in order, and the next step of each visit. */
@Path("/therapist")
@Blocking
@RolesAllowed(May.TREAT)
class TherapistDayPage {

    private final TherapistDays days;
    private final Appointments appointments;
    private final AppointmentProgress progress;
    private final AppointmentChanges changes;
    private final ShownAppointments shown;
    private final PainViews pain;
    private final WaitingPlans waitingPlans;
    private final Patients patients;

    TherapistDayPage(
            TherapistDays days,
            Appointments appointments,
            AppointmentProgress progress,
            AppointmentChanges changes,
            ShownAppointments shown,
            PainViews pain,
            WaitingPlans waitingPlans,
            Patients patients) {
        this.days = days;
        this.appointments = appointments;
        this.progress = progress;
        this.changes = changes;
        this.shown = shown;
        this.pain = pain;
        this.waitingPlans = waitingPlans;
        this.patients = patients;
    }

    @GET
    public Response show(@RestQuery @Nullable String date) {
        return page(200, date == null ? days.today() : date(date), "");
    }

    @POST
    @Path("appointments/{id}/arrive")
    @RolesAllowed(May.RECEIVE)
    public Response arrive(@RestPath UUID id, @RestForm @Nullable Integer version) {
        return answer(id, progress.arrive(hers(id), version(version)), false);
    }

    @POST
    @Path("appointments/{id}/start")
    public Response start(@RestPath UUID id, @RestForm @Nullable Integer version) {
        return answer(id, progress.start(hers(id), version(version)), false);
    }

    @POST
    @Path("appointments/{id}/complete")
    public Response complete(@RestPath UUID id, @RestForm @Nullable Integer version) {
        return answer(id, progress.complete(hers(id), version(version)), true);
    }

    @POST
    @Path("appointments/{id}/undo")
    @RolesAllowed(May.RECEIVE)
    public Response undo(@RestPath UUID id, @RestForm @Nullable Integer version) {
        return answer(id, progress.undo(hers(id), version(version)), false);
    }

    /** Another's visit is as unknown here as none. */
    private UUID hers(UUID id) {
        UUID practitioner = days.practitioner().orElseThrow(RefusedException::notFound).id();
        return appointments
                .find(id)
                .filter(appointment -> appointment.practitionerId().equals(practitioner))
                .orElseThrow(RefusedException::notFound)
                .id();
    }

    private Response answer(UUID id, AppointmentOutcome outcome, boolean completed) {
        if (outcome instanceof AppointmentOutcome.Done done) {
            UUID patientId = done.appointment().info().patientId();
            return Html.seeOther(
                    completed && patientId != null
                            ? "/patients/" + patientId + "?completed=true#programs"
                            : "/therapist?date=" + dateOf(id) + "#visit-" + id);
        }
        if (outcome instanceof AppointmentOutcome.Refused refused) {
            return page(refused.refusal().status(), dateOf(id), refused.refusal().reason());
        }
        return page(409, dateOf(id), "Somebody changed this visit meanwhile." + now(outcome));
    }

    private String now(AppointmentOutcome outcome) {
        if (!(outcome instanceof AppointmentOutcome.Stale stale)) {
            return "";
        }
        shown.one(stale.current());
        return " %s is now “%s”, %s with %s."
                .formatted(
                        stale.current().name(),
                        stale.current().status().label(),
                        ChartWords.dateAndTime(
                                stale.current().info().time().start(), appointments.zone()),
                        stale.current().info().practitionerName());
    }

    private LocalDate dateOf(UUID id) {
        return appointments
                .find(id)
                .map(a -> LocalDate.ofInstant(a.time().start(), appointments.zone()))
                .orElseGet(days::today);
    }

    /** Today again, headed by why a pain alert was not marked, with what was typed for it. */
    Response refused(int status, String why, PainViews.Typed typed) {
        return page(status, days.today(), why, typed);
    }

    private Response page(int status, LocalDate date, String message) {
        return page(status, date, message, null);
    }

    private Response page(
            int status, LocalDate date, String message, PainViews.@Nullable Typed typed) {
        DayView view =
                days.on(date)
                        .map(
                                day ->
                                        DayView.of(
                                                day,
                                                days.today(),
                                                appointments.zone(),
                                                changes::mayUndo))
                        .orElseGet(() -> DayView.ofNobody(date, days.today()));
        return Html.page(status, Templates.day(view, pain.mine(typed), waiting(), message));
    }

    private List<WaitingPlanView> waiting() {
        List<WaitingPlan> plans = waitingPlans.readMine();
        Map<UUID, PatientInfo> hers =
                patients.findAll(plans.stream().map(WaitingPlan::patientId).toList());
        return plans.stream()
                .map(plan -> WaitingPlanView.of(plan, hers.get(plan.patientId())))
                .toList();
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw RefusedException.of(new FieldErrors().add("date", "Enter a date such as 2026-03-31"));
    }

    private static int version(@Nullable Integer version) {
        if (version == null) {
            throw RefusedException.of(
                    new FieldErrors().add("version", "Open the day again, then try once more"));
        }
        return version;
    }

    @CheckedTemplate(basePath = "chart")
    static class Templates {
        static native TemplateInstance day(
                DayView day, List<PainView> pain, List<WaitingPlanView> waiting, String message);
    }
}
