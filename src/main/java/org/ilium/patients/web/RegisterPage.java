package org.ilium.patients.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.ilium.access.May;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.ilium.patients.Registration;
import org.ilium.patients.Registration.Invalid;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.ilium.patients.RegistrationForm;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** Registers a patient, and warns before the same one is registered twice. */
@Path("/patients/new")
@Blocking
@RolesAllowed(May.KEEP_PATIENTS)
class RegisterPage {

    private final Patients patients;
    private final PatientViews views;

    RegisterPage(Patients patients, PatientViews views) {
        this.patients = patients;
        this.views = views;
    }

    @GET
    public Response empty() {
        return page(200, RegistrationForm.key(), PatientForm.empty(), new FieldErrors(), List.of());
    }

    @POST
    public Response register(
            @BeanParam PatientForm form,
            @RestForm @DefaultValue("") String key,
            @RestForm @DefaultValue("false") boolean confirmed) {
        FieldErrors errors = new FieldErrors();
        PatientEntry entry = form.entry(errors);
        if (!errors.isEmpty()) {
            return page(400, key, form, errors, List.of());
        }
        Registration outcome = RegistrationForm.register(patients, key, entry, confirmed);
        if (outcome instanceof Invalid invalid) {
            return page(400, key, form, invalid.errors(), List.of());
        }
        if (outcome instanceof LikelyDuplicates likely) {
            return page(likely.status(), key, form, errors, views.likely(likely.candidates()));
        }
        return Html.seeOther("/patients/" + outcome.orThrow().id());
    }

    private static Response page(
            int status,
            String key,
            PatientForm form,
            FieldErrors errors,
            List<LikelyPatient> likely) {
        return Html.page(status, Templates.register(key, form, errors, likely));
    }

    @CheckedTemplate(basePath = "patients")
    static class Templates {
        static native TemplateInstance register(
                String key, PatientForm form, FieldErrors errors, List<LikelyPatient> likely);
    }
}
