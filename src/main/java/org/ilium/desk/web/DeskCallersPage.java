package org.ilium.desk.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.ilium.access.May;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.patients.FoundPatients;
import org.ilium.patients.Patients;
import org.ilium.patients.RegistrationForm;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** Finds who is calling from one field, or registers her. */
@Path("/desk/callers")
@Blocking
@RolesAllowed(May.SCHEDULE)
class DeskCallersPage {

    private final Patients patients;
    private final Appointments appointments;
    private final DeskRegistration registration;
    private final DeskBookPage book;
    private final DeskAnswers answers;
    private final ShownAppointments shown;

    DeskCallersPage(
            Patients patients,
            Appointments appointments,
            DeskRegistration registration,
            DeskBookPage book,
            DeskAnswers answers,
            ShownAppointments shown) {
        this.patients = patients;
        this.appointments = appointments;
        this.registration = registration;
        this.book = book;
        this.answers = answers;
        this.shown = shown;
    }

    /** Looks for callers; a POST, so that no name stands in an address. */
    @POST
    public Response find(@RestForm @DefaultValue("") String q) {
        FoundPatients found = patients.findCaller(q);
        List<DeskCaller> callers = found.patients().stream().map(DeskCaller::of).toList();
        List<AppointmentDetails> without =
                DeskNewCaller.matching(q, appointments.withoutChart(DeskNewCaller.digits(q)));
        shown.found(without);
        return answers.panel(
                200,
                "Callers",
                "/desk",
                Templates.callers(
                        q,
                        callers,
                        found.summary(),
                        DeskNewCaller.of(without, appointments.zone(), appointments.today()),
                        DeskNewPatient.typed(q),
                        RegistrationForm.key(),
                        new FieldErrors()));
    }

    /** Registers a caller; then a time can be picked for her. */
    @POST
    @Path("new")
    public Response register(
            @RestForm @DefaultValue("") String givenName,
            @RestForm @DefaultValue("") String familyName,
            @RestForm @DefaultValue("") String birthDate,
            @RestForm @DefaultValue("") String phone,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String key,
            @RestForm boolean confirmed) {
        DeskNewPatient form =
                new DeskNewPatient(givenName, familyName, birthDate, phone, email, List.of());
        DeskRegistration.Result result = registration.register(key, form, confirmed);
        if (result.patient() == null) {
            return answers.panel(
                    result.status(),
                    "New patient",
                    "/desk",
                    Templates.callers(
                            "", List.of(), "", List.of(), result.form(), key, result.errors()));
        }
        return answers.isFromBoard()
                ? book.show(result.patient().id(), null, null, null)
                : Html.seeOther(DeskBookPage.path(result.patient().id()));
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance callers(
                String query,
                List<DeskCaller> found,
                String summary,
                List<DeskNewCaller> newCallers,
                DeskNewPatient newPatient,
                String key,
                FieldErrors errors);
    }
}
