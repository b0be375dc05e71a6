package org.ilium.patients.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.patients.Patients;
import org.ilium.patients.StopSignChange;
import org.ilium.patients.StopSignChange.Invalid;
import org.ilium.patients.StopSignChange.Saved;
import org.ilium.patients.StopSigns;
import org.ilium.shared.pregnancy.StopSign;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a patient reports that stops her plan: recorded, cleared, and everything before. */
@Path("/patients/{id}/stop-signs")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
class StopSignsPage {

    private final Patients patients;
    private final StopSigns stopSigns;
    private final StopSignViews views;
    private final CurrentStaff staff;

    StopSignsPage(Patients patients, StopSigns stopSigns, StopSignViews views, CurrentStaff staff) {
        this.patients = patients;
        this.stopSigns = stopSigns;
        this.views = views;
        this.staff = staff;
    }

    @GET
    public Response show(@RestPath UUID id) {
        return page(200, id, StopSignForm.empty(), new FieldErrors());
    }

    @POST
    @RolesAllowed(May.RECORD_CLINICAL)
    public Response report(
            @RestPath UUID id,
            @RestForm @Nullable List<String> signs,
            @RestForm @Nullable String reportedOn) {
        FieldErrors errors = new FieldErrors();
        List<String> ticked = signs == null ? List.of() : signs;
        Set<StopSign> read = Typed.words(errors, "signs", StopSign.class, ticked);
        LocalDate on = Typed.date(errors, "reportedOn", Typed.text(reportedOn));
        StopSignForm form = StopSignForm.reporting(ticked, Typed.text(reportedOn));
        return errors.isEmpty()
                ? answer(id, stopSigns.report(id, read, on), form)
                : page(400, id, form, errors);
    }

    @POST
    @Path("{reportId}/clear")
    @RolesAllowed(May.RECORD_CLINICAL)
    public Response clear(
            @RestPath UUID id,
            @RestPath UUID reportId,
            @RestForm @Nullable String clearedOn,
            @RestForm @Nullable String note) {
        FieldErrors errors = new FieldErrors();
        LocalDate on = Typed.date(errors, "clearedOn", Typed.text(clearedOn));
        StopSignForm form =
                StopSignForm.clearing(reportId, Typed.text(clearedOn), Typed.text(note));
        return errors.isEmpty()
                ? answer(id, stopSigns.clear(id, reportId, on, note), form)
                : page(400, id, form, errors);
    }

    private Response answer(UUID id, StopSignChange outcome, StopSignForm form) {
        if (outcome instanceof Saved) {
            return Html.seeOther("/patients/" + id + "#stop-signs");
        }
        if (outcome instanceof Invalid invalid) {
            return page(400, id, form, invalid.errors());
        }
        throw PatientProblems.of(outcome);
    }

    private Response page(int status, UUID id, StopSignForm form, FieldErrors errors) {
        PatientView patient = views.patient(id).orElseThrow(RefusedException::notFound);
        patients.recordRead(id, "stop-signs");
        return Html.page(
                status,
                Templates.stopSigns(
                        patient, views.of(id), form, errors, staff.may(May.RECORD_CLINICAL)));
    }

    @CheckedTemplate(basePath = "patients")
    static class Templates {
        static native TemplateInstance stopSigns(
                PatientView patient,
                StopSignViews.All signs,
                StopSignForm form,
                FieldErrors errors,
                boolean mayChange);
    }
}
