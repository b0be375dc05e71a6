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
import java.util.Map;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeChange.Invalid;
import org.ilium.patients.EpisodeChange.Stale;
import org.ilium.patients.EpisodeChange.Unknown;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.LateForm;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Records the pregnancy or birth that safety rules ask about. */
@Path("/patients/{id}/episode")
@Blocking
@RolesAllowed(May.KEEP_PATIENTS)
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
        return page(200, patient, shown(open), new FieldErrors(), EditPage.Stalled.NOT);
    }

    @POST
    public Response record(
            @RestPath UUID id,
            @BeanParam EpisodeForm typed,
            @RestForm @DefaultValue("") String loaded,
            @RestForm @Nullable String version) {
        PatientInfo patient = find(id);
        EpisodeForm form = staff.may(May.RECORD_CLINICAL) ? typed : asTheTherapistLeftIt(id, typed);
        Shown sent = new Shown(Typed.text(version), loaded, form);
        FieldErrors errors = new FieldErrors();
        EpisodeEntry entry = form.entry(errors);
        if (entry == null || !errors.isEmpty()) {
            return page(400, patient, sent, errors, EditPage.Stalled.NOT);
        }
        EpisodeChange outcome =
                patients.recordEpisode(id, entry, form.lossTakenBack(), seen(version));
        if (outcome instanceof Unknown) {
            throw RefusedException.notFound();
        }
        if (outcome instanceof Invalid invalid) {
            return page(400, patient, sent, invalid.errors(), EditPage.Stalled.NOT);
        }
        if (outcome instanceof Stale stale) {
            Shown fresh = shown(stale.current());
            LateForm late = new LateForm(loaded, values(form), values(fresh.form()));
            return page(
                    stale.status(),
                    patient,
                    new Shown(fresh.version(), fresh.loaded(), EpisodeForm.of(late.merged())),
                    errors,
                    new EditPage.Stalled(true, true, late.clashes(stale.differences())));
        }
        return Html.seeOther("/patients/" + id);
    }

    /** The clinical facts stand only to be read or are not shown: the form does not bring them. */
    private EpisodeForm asTheTherapistLeftIt(UUID id, EpisodeForm typed) {
        return typed.withClinicalFactsOf(patients.openEpisode(id).orElse(null));
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

    /** A form with errors keeps what it began from: the next try may still be too late. */
    private Response page(
            int status,
            PatientInfo patient,
            Shown shown,
            FieldErrors errors,
            EditPage.Stalled stalled) {
        patients.recordRead(patient.id(), "episode");
        return Html.page(
                status,
                Templates.episode(
                        views.of(patient),
                        shown.version(),
                        shown.loaded(),
                        shown.form(),
                        errors,
                        stalled,
                        EpisodeChoices.ALL,
                        staff.may(May.RECORD_CLINICAL) ? null : clinicalFacts(patient.id())));
    }

    private ClinicalFactsView clinicalFacts(UUID patient) {
        EpisodeInfo open = patients.openEpisode(patient).orElse(null);
        return staff.may(May.SEE_CLINICAL)
                ? ClinicalFactsView.of(open)
                : ClinicalFactsView.unseen(open);
    }

    /** What the form holds of what this reader may see; it is written into the page as well. */
    private Map<String, String> values(EpisodeForm form) {
        return staff.may(May.SEE_CLINICAL) ? form.values() : form.toldValues();
    }

    private Shown shown(@Nullable EpisodeInfo open) {
        EpisodeForm form = EpisodeForm.of(values(EpisodeForm.of(open)));
        return new Shown(
                open == null ? "" : String.valueOf(open.version()),
                LateForm.loaded(values(form)),
                form);
    }

    /** The form, the version it began from, empty for none, and the values it was loaded with. */
    private record Shown(String version, String loaded, EpisodeForm form) {}

    @CheckedTemplate(basePath = "patients")
    static class Templates {
        static native TemplateInstance episode(
                PatientView patient,
                String version,
                String loaded,
                EpisodeForm form,
                FieldErrors errors,
                EditPage.Stalled stalled,
                EpisodeChoices choices,
                @Nullable ClinicalFactsView clinical);
    }
}
