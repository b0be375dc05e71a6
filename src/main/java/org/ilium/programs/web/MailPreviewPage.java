package org.ilium.programs.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.May;
import org.ilium.programs.PlanPreview;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;

/** What a patient's mailbox will show when the therapist sends this program as it is now. */
@Path("/mail/preview/programs/{programId}")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
class MailPreviewPage {

    private final PlanPreview previews;
    private final AuditTrail audit;

    MailPreviewPage(PlanPreview previews, AuditTrail audit) {
        this.previews = previews;
        this.audit = audit;
    }

    @GET
    public Response show(@RestPath UUID programId) {
        PlanPreview.Preview preview =
                previews.of(programId).orElseThrow(RefusedException::notFound);
        audit.record("read", "program", programId, preview.patientId());
        return Html.page(200, Templates.mailPreview(preview, programId));
    }

    /** The message alone, for the frame on the page. */
    @GET
    @Path("html")
    public Response html(@RestPath UUID programId) {
        PlanPreview.Preview preview =
                previews.of(programId).orElseThrow(RefusedException::notFound);
        audit.record("read", "program", programId, preview.patientId());
        if (preview.mail() == null) {
            throw RefusedException.notFound();
        }
        return Html.mail(preview.mail().html());
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance mailPreview(PlanPreview.Preview preview, UUID programId);
    }
}
