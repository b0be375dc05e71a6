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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeChange.Invalid;
import org.ilium.patients.EpisodeChange.Saved;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Says that a pregnancy ended, on which day and how. */
@Path("/patients/{id}/pregnancy-end")
@Blocking
@RolesAllowed(May.RECORD_CLINICAL)
class PregnancyEndPage {

    private final Patients patients;
    private final PatientViews views;

    PregnancyEndPage(Patients patients, PatientViews views) {
        this.patients = patients;
        this.views = views;
    }

    @GET
    public Response form(@RestPath UUID id) {
        EpisodeInfo open = patients.openEpisode(id).orElseThrow(RefusedException::notFound);
        return page(200, id, open.version(), PregnancyEndForm.of(open), new FieldErrors());
    }

    @POST
    public Response end(
            @RestPath UUID id,
            @BeanParam PregnancyEndForm form,
            @RestForm @DefaultValue("-1") int version) {
        FieldErrors errors = new FieldErrors();
        PregnancyEnd end = form.entry(errors);
        if (end == null || !errors.isEmpty()) {
            return page(400, id, version, form, errors);
        }
        EpisodeChange outcome = patients.endPregnancy(id, end, version);
        if (outcome instanceof Saved) {
            return Html.seeOther("/patients/" + id);
        }
        if (outcome instanceof Invalid invalid) {
            return page(400, id, version, form, invalid.errors());
        }
        throw PatientProblems.of(outcome);
    }

    private Response page(
            int status, UUID id, int version, PregnancyEndForm form, FieldErrors errors) {
        PatientInfo patient = patients.find(id).orElseThrow(RefusedException::notFound);
        patients.recordRead(id, "episode");
        return Html.page(
                status,
                Templates.pregnancyEnd(
                        views.of(patient),
                        version,
                        form,
                        errors,
                        List.of(PregnancyOutcome.values()),
                        List.of(BirthMode.values()),
                        views.today()));
    }

    @CheckedTemplate(basePath = "patients")
    static class Templates {
        static native TemplateInstance pregnancyEnd(
                PatientView patient,
                int version,
                PregnancyEndForm form,
                FieldErrors errors,
                List<PregnancyOutcome> outcomes,
                List<BirthMode> birthModes,
                LocalDate today);
    }
}
