package org.ilium.chart.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.ilium.access.May;
import org.ilium.programs.PlanLinkOutcome;
import org.ilium.programs.PlanLinkOutcome.Refused;
import org.ilium.programs.PlanLinks;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Closes the links to a plan, or sends one again, from the chart: also for the front desk. */
@Path("/patients/{id}/plans/{programId}")
@Blocking
@RolesAllowed(May.MAIL_PLANS)
class PlanMailPage {

    private static final int LONGEST_KEY = 255;

    private final PlanLinks links;
    private final ChartPage charts;

    PlanMailPage(PlanLinks links, ChartPage charts) {
        this.links = links;
        this.charts = charts;
    }

    @POST
    @Path("close-links")
    public Response close(@RestPath UUID id, @RestPath UUID programId) {
        return answer(id, programId, () -> links.close(programId), "links-closed");
    }

    @POST
    @Path("send-again")
    public Response sendAgain(
            @RestPath UUID id, @RestPath UUID programId, @RestForm @Nullable String key) {
        String wish = key == null ? UUID.randomUUID().toString() : key;
        if (wish.isBlank() || wish.length() > LONGEST_KEY) {
            throw RefusedException.of(new FieldErrors().add("key", "Use 1 to 255 characters."));
        }
        return answer(id, programId, () -> links.sendAgain(programId, wish), "sent-again");
    }

    private Response answer(UUID id, UUID programId, Supplier<PlanLinkOutcome> deed, String did) {
        links.of(programId)
                .filter(standing -> standing.patientId().equals(id))
                .orElseThrow(RefusedException::notFound);
        PlanLinkOutcome outcome = deed.get();
        if (outcome instanceof Refused refused) {
            return charts.refused(id, refused.refusal());
        }
        return Html.seeOther("/patients/" + id + "?did=" + did);
    }
}
