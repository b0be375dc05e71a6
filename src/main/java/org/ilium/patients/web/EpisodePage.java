package org.ilium.patients.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.access.Roles;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeChange.Invalid;
import org.ilium.patients.EpisodeChange.Stale;
import org.ilium.patients.EpisodeChange.Unknown;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.web.Difference;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Records the pregnancy or birth that safety rules ask about. */
@Path("/patients/{id}/episode")
@Blocking
@RolesAllowed({Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR})
class EpisodePage {

    private final Patients patients;
    private final PatientViews views;
    private final CurrentStaff staff;

    EpisodePage(Patients patients, PatientViews views, CurrentStaff staff) {
        this.patients = patients;
        this.views = views;
        this.staff = staff;
    }

    @GET
    public Response form(@RestPath UUID id) {
        PatientInfo patient = find(id);
        EpisodeInfo open = patients.openEpisode(id).orElse(null);
        return page(
                200, patient, version(open), EpisodeForm.of(open), new FieldErrors(), List.of());
    }

    @POST
    public Response record(
            @RestPath UUID id, @BeanParam EpisodeForm typed, @RestForm @Nullable String version) {
        PatientInfo patient = find(id);
        FieldErrors errors = new FieldErrors();
        EpisodeForm form = staff.has(Roles.THERAPIST) ? typed : asTheTherapistLeftIt(id, typed);
        EpisodeEntry entry = form.entry(errors);
        if (!staff.has(Roles.THERAPIST) && entry != null && entry.namesKindOfBirthWithoutBirth()) {
            errors.add("stage", "The kind of birth is recorded: a therapist changes this");
        }
        if (entry == null || !errors.isEmpty()) {
            return page(400, patient, Typed.text(version), form, errors, List.of());
        }
        EpisodeChange outcome = patients.recordEpisode(id, entry, seen(version));
        if (outcome instanceof Unknown) {
            throw RefusedException.notFound();
        }
        if (outcome instanceof Invalid invalid) {
            return page(400, patient, Typed.text(version), form, invalid.errors(), List.of());
        }
        if (outcome instanceof Stale stale) {
            return page(
                    stale.status(),
                    patient,
                    version(stale.current()),
                    form,
                    errors,
                    stale.differences());
        }
        return Html.seeOther("/patients/" + id);
    }

    /** The clinical facts stand only to be read, so the form does not bring them. */
    private EpisodeForm asTheTherapistLeftIt(UUID id, EpisodeForm typed) {
        return typed.withClinicalFactsOf(patients.openEpisode(id).orElse(null));
    }

    private static String version(@Nullable EpisodeInfo open) {
        return open == null ? "" : String.valueOf(open.version());
    }

    /** Null, for no open episode, from an empty field; what no page of ours sent is never right. */
    private static @Nullable Integer seen(@Nullable String version) {
        String typed = Typed.text(version);
        if (typed.isEmpty()) {
            return null;
        }
        return typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : Integer.valueOf(-1);
    }

    private PatientInfo find(UUID id) {
        return patients.find(id).orElseThrow(RefusedException::notFound);
    }

    /** A form with errors keeps the version it began from: the next try may still be too late. */
    private Response page(
            int status,
            PatientInfo patient,
            String version,
            EpisodeForm form,
            FieldErrors errors,
            List<Difference> differences) {
        patients.recordRead(patient.id(), "episode");
        return Html.page(
                status,
                Templates.episode(
                        views.of(patient),
                        version,
                        form,
                        errors,
                        new EditPage.Stalled(status == 409, differences),
                        EpisodeChoices.ALL,
                        staff.has(Roles.THERAPIST) ? null : clinicalFacts(patient.id())));
    }

    private ClinicalFactsView clinicalFacts(UUID patient) {
        return ClinicalFactsView.of(patients.openEpisode(patient).orElse(null));
    }

    @CheckedTemplate(basePath = "patients")
    static class Templates {
        static native TemplateInstance episode(
                PatientView patient,
                String version,
                EpisodeForm form,
                FieldErrors errors,
                EditPage.Stalled stalled,
                EpisodeChoices choices,
                @Nullable ClinicalFactsView clinical);
    }
}
