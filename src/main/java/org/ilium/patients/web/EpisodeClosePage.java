package org.ilium.patients.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeChange.Invalid;
import org.ilium.patients.EpisodeChange.Saved;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Closes an episode of care, so that the next one begins with facts of its own. */
@Path("/patients/{id}/episode-close")
@Blocking
@RolesAllowed(May.RECORD_CLINICAL)
class EpisodeClosePage {

    private final Patients patients;
    private final PatientViews views;

    EpisodeClosePage(Patients patients, PatientViews views) {
        this.patients = patients;
        this.views = views;
    }

    @GET
    public Response form(@RestPath UUID id) {
        EpisodeInfo open = patients.openEpisode(id).orElseThrow(RefusedException::notFound);
        return page(200, id, open.version(), "", "", new FieldErrors());
    }

    @POST
    public Response close(
            @RestPath UUID id,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String closedOn,
            @RestForm @DefaultValue("-1") int version) {
        FieldErrors errors = new FieldErrors();
        CloseReason why = Typed.word(errors, "reason", CloseReason.class, reason);
        LocalDate on = Typed.date(errors, "closedOn", Typed.text(closedOn));
        if (why == null || !errors.isEmpty()) {
            return page(400, id, version, Typed.text(reason), Typed.text(closedOn), errors);
        }
        EpisodeChange outcome = patients.closeEpisode(id, new EpisodeClosing(why, on), version);
        if (outcome instanceof Saved) {
            return Html.seeOther("/patients/" + id);
        }
        if (outcome instanceof Invalid invalid) {
            return page(400, id, version, why.code(), Typed.text(closedOn), invalid.errors());
        }
        throw PatientProblems.of(outcome);
    }

    private Response page(
            int status, UUID id, int version, String reason, String closedOn, FieldErrors errors) {
        PatientInfo patient = patients.find(id).orElseThrow(RefusedException::notFound);
        EpisodeInfo open = patients.openEpisode(id).orElseThrow(RefusedException::notFound);
        patients.recordRead(id, "episode");
        return Html.page(
                status,
                Templates.episodeClose(
                        views.of(patient),
                        version,
                        reason,
                        closedOn,
                        errors,
                        List.of(CloseReason.values()),
                        new Before(open.stage() == Stage.PREGNANT, !open.stopSigns().isEmpty()),
                        open.openedOn(),
                        views.today()));
    }

    /** What to see to first. */
    record Before(boolean pregnant, boolean stopSigns) {}

    @CheckedTemplate(basePath = "patients")
    static class Templates {
        static native TemplateInstance episodeClose(
                PatientView patient,
                int version,
                String reason,
                String closedOn,
                FieldErrors errors,
                List<CloseReason> reasons,
                Before before,
                LocalDate openedOn,
                LocalDate today);
    }
}
