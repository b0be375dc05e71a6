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
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.patients.PatientChange;
import org.ilium.patients.PatientChange.Invalid;
import org.ilium.patients.PatientChange.LikelyDuplicates;
import org.ilium.patients.PatientChange.Saved;
import org.ilium.patients.PatientChange.Stale;
import org.ilium.patients.PatientChange.Unknown;
import org.ilium.patients.PatientChange.WarningNeeded;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PlanDelivery;
import org.ilium.web.Difference;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.LateForm;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Changes who she is, how to reach her, and how she gets her plan. */
@Path("/patients/{id}/edit")
@Blocking
@RolesAllowed(May.KEEP_PATIENTS)
class EditPage {

    private final Patients patients;
    private final PatientViews views;

    EditPage(Patients patients, PatientViews views) {
        this.patients = patients;
        this.views = views;
    }

    @GET
    public Response form(@RestPath UUID id) {
        PatientInfo patient = find(id);
        return page(200, patient, Shown.of(patient), new FieldErrors(), Stalled.NOT);
    }

    @POST
    public Response change(
            @RestPath UUID id,
            @BeanParam PatientForm form,
            @RestForm @DefaultValue("false") boolean confirmed,
            @RestForm @DefaultValue("") String loaded,
            @RestForm @DefaultValue("-1") int version) {
        Shown sent = new Shown(version, loaded, form);
        FieldErrors errors = new FieldErrors();
        PatientEntry entry = form.entry(errors);
        if (!errors.isEmpty()) {
            return page(400, find(id), sent, errors, Stalled.NOT);
        }
        PatientChange outcome = patients.changeContact(id, entry, confirmed, version);
        if (outcome instanceof Invalid invalid) {
            return page(400, find(id), sent, invalid.errors(), Stalled.NOT);
        }
        if (outcome instanceof Stale stale) {
            return late(sent, stale);
        }
        if (outcome instanceof LikelyDuplicates likely) {
            List<LikelyPatient> shown = views.likely(likely.candidates());
            return page(likely.status(), find(id), sent, errors, Stalled.NOT, shown);
        }
        return done(id, outcome);
    }

    @POST
    @Path("plan-delivery")
    public Response choose(
            @RestPath UUID id,
            @RestForm @DefaultValue("") String planDelivery,
            @RestForm @DefaultValue("false") boolean warned,
            @RestForm @DefaultValue("-1") int version) {
        PlanDelivery choice;
        try {
            choice = PlanDelivery.of(planDelivery);
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(
                    new FieldErrors().add("planDelivery", "Choose one of those offered"));
        }
        PatientChange outcome = patients.choosePlanDelivery(id, choice, warned, version);
        if (outcome instanceof WarningNeeded needed) {
            FieldErrors errors =
                    new FieldErrors().add("warned", "Tell her this first, then tick the box");
            return again(id, needed.status(), version, errors);
        }
        if (outcome instanceof Invalid invalid) {
            return again(id, 400, version, invalid.errors());
        }
        if (outcome instanceof Stale stale) {
            PatientInfo now = stale.current();
            Stalled stalled = new Stalled(true, false, stale.differences());
            return page(stale.status(), now, Shown.of(now), new FieldErrors(), stalled);
        }
        return done(id, outcome);
    }

    /** The full plan stays chosen while what it needs is seen to. */
    private Response again(UUID id, int status, int version, FieldErrors errors) {
        PatientInfo patient = find(id);
        Shown shown = new Shown(version, "", PatientForm.of(patient));
        return page(status, patient, shown, errors, Stalled.NOT);
    }

    /** What she did not touch is as it stands now, so that saving again undoes nothing. */
    private Response late(Shown sent, Stale stale) {
        PatientInfo now = stale.current();
        Shown fresh = Shown.of(now);
        LateForm late = new LateForm(sent.loaded(), sent.form().values(), fresh.form().values());
        return page(
                stale.status(),
                now,
                new Shown(now.version(), fresh.loaded(), PatientForm.of(late.merged())),
                new FieldErrors(),
                new Stalled(true, true, late.clashes(stale.differences())));
    }

    private static Response done(UUID id, PatientChange outcome) {
        if (outcome instanceof Unknown) {
            throw RefusedException.notFound();
        }
        boolean emailChanged = outcome instanceof Saved saved && saved.emailChanged();
        return Html.seeOther("/patients/" + id + (emailChanged ? "?did=email-changed" : ""));
    }

    private PatientInfo find(UUID id) {
        return patients.find(id).orElseThrow(RefusedException::notFound);
    }

    /** A form with errors keeps what it began from: the next try may still be too late. */
    private Response page(
            int status, PatientInfo patient, Shown shown, FieldErrors errors, Stalled stalled) {
        return page(status, patient, shown, errors, stalled, List.of());
    }

    private Response page(
            int status,
            PatientInfo patient,
            Shown shown,
            FieldErrors errors,
            Stalled stalled,
            List<LikelyPatient> likely) {
        patients.recordRead(patient.id(), "patient");
        return Html.page(
                status,
                Templates.edit(
                        views.of(patient),
                        shown,
                        errors,
                        stalled,
                        new Delivery(
                                patient.planDelivery(),
                                errors.on("warned") != null || errors.on("planDelivery") != null),
                        likely));
    }

    /** The contact's form, the version it began from, and the values it was loaded with. */
    record Shown(int version, String loaded, PatientForm form) {
        static Shown of(PatientInfo patient) {
            PatientForm form = PatientForm.of(patient);
            return new Shown(patient.version(), LateForm.loaded(form.values()), form);
        }
    }

    /**
     * Whether somebody was faster, whether the form has both their changes, and where the two
     * differ now.
     */
    record Stalled(boolean stale, boolean merged, List<Difference> differences) {
        static final Stalled NOT = new Stalled(false, false, List.of());
    }

    /** The choices of how she gets her plan; {@code refused} when the full one was not saved. */
    record Delivery(PlanDelivery current, boolean refused) {

        public PlanDelivery[] choices() {
            return PlanDelivery.values();
        }

        public boolean isChosen(PlanDelivery choice) {
            return choice == (refused ? PlanDelivery.FULL_PLAN : current);
        }

        public String warning() {
            return PlanDelivery.WARNING;
        }
    }

    @CheckedTemplate(basePath = "patients")
    static class Templates {
        static native TemplateInstance edit(
                PatientView patient,
                Shown shown,
                FieldErrors errors,
                Stalled stalled,
                Delivery delivery,
                List<LikelyPatient> likely);
    }
}
