package org.ilium.desk.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.NewChartOutcome;
import org.ilium.booking.NewChartOutcome.Linked;
import org.ilium.booking.NewChartOutcome.NotLinked;
import org.ilium.booking.NewChartOutcome.NotRegistered;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.NewCharts;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.ilium.web.FieldErrors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Says whose chart a booking belongs to: one that is found, or a new one. */
@Path("/desk/appointments/{id}")
@Blocking
@RolesAllowed(May.SCHEDULE)
class DeskLinkPage {

    private final DeskVisits visits;
    private final Patients patients;
    private final DeskRegistration registration;
    private final NewCharts newCharts;
    private final AppointmentChanges changes;

    DeskLinkPage(
            DeskVisits visits,
            Patients patients,
            DeskRegistration registration,
            NewCharts newCharts,
            AppointmentChanges changes) {
        this.visits = visits;
        this.patients = patients;
        this.registration = registration;
        this.newCharts = newCharts;
        this.changes = changes;
    }

    /** Looks for charts; a POST, so that no name stands in an address. */
    @POST
    @Path("charts")
    public Response charts(@RestPath UUID id, @RestForm @DefaultValue("") String q) {
        AppointmentDetails visit = visits.find(id);
        return visits.answer(
                200,
                visit,
                DeskVisits.Message.NONE,
                visits.linking(visit).searched(q, patients.findCaller(q)));
    }

    /** Links to a chart; without one, takes a wrong link away. */
    @POST
    @Path("link")
    public Response link(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String patient) {
        UUID patientId = DeskAnswers.id("patient", patient);
        AppointmentOutcome outcome = changes.link(id, DeskAnswers.version(version), patientId);
        String also = outcome instanceof Done done ? visits.alsoThatDay(done.appointment()) : "";
        return visits.answer(
                id,
                outcome,
                patientId == null
                        ? "The chart is no longer linked."
                        : "Linked to the chart." + also,
                seen);
    }

    /** Registers her with what she gave at booking, and links the booking to the new chart. */
    @POST
    @Path("register")
    public Response register(
            @RestPath UUID id,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String seen,
            @RestForm @DefaultValue("") String givenName,
            @RestForm @DefaultValue("") String familyName,
            @RestForm @DefaultValue("") String birthDate,
            @RestForm @DefaultValue("") String phone,
            @RestForm @DefaultValue("") String email,
            @RestForm boolean confirmed) {
        DeskNewPatient form =
                new DeskNewPatient(givenName, familyName, birthDate, phone, email, List.of());
        FieldErrors errors = new FieldErrors();
        PatientEntry entry = form.entry(errors);
        if (!errors.isEmpty()) {
            return again(id, DeskRegistration.wrong(form, errors));
        }
        NewChartOutcome outcome =
                newCharts.register(id, DeskAnswers.version(version), entry, confirmed);
        if (outcome instanceof Linked linked) {
            return visits.done(
                    linked.appointment(),
                    "Registered and linked." + visits.alsoThatDay(linked.appointment()));
        }
        return outcome instanceof NotRegistered not
                ? again(id, registration.refused(form, not.why()))
                : visits.answer(id, ((NotLinked) outcome).why(), "", seen);
    }

    private Response again(UUID id, DeskRegistration.Result result) {
        AppointmentDetails visit = visits.find(id);
        return visits.answer(
                result.status(),
                visit,
                DeskVisits.Message.NONE,
                visits.linking(visit).refused(result));
    }
}
