package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.programs.PlanLinkOutcome;
import org.ilium.programs.PlanLinkOutcome.Done;
import org.ilium.programs.PlanLinkOutcome.Refused;
import org.ilium.programs.PlanLinks;
import org.ilium.programs.ProgramRefusal;
import org.ilium.web.Html;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Closes the links to a sent plan, or sends one again, from the program's page. */
@Path("/programs/{id}")
@Blocking
@RolesAllowed(May.MAIL_PLANS)
class PlanLinksPage {

    private static final String CLOSED = "links-closed";
    private static final String SENT_AGAIN = "sent-again";

    private final PlanLinks links;
    private final ProgramPages pages;
    private final CurrentStaff staff;

    PlanLinksPage(PlanLinks links, ProgramPages pages, CurrentStaff staff) {
        this.links = links;
        this.pages = pages;
        this.staff = staff;
    }

    @POST
    @Path("close-links")
    public Response close(@RestPath UUID id) {
        return answer(id, links.close(id), CLOSED);
    }

    /** A form without its key, which no page of ours sends, counts as a new wish. */
    @POST
    @Path("send-again")
    public Response sendAgain(@RestPath UUID id, @RestForm @Nullable String key) {
        return answer(id, links.sendAgain(id, PlanLinksApi.key("key", key)), SENT_AGAIN);
    }

    private Response answer(UUID id, PlanLinkOutcome outcome, String did) {
        if (outcome instanceof Refused refused) {
            ProgramRefusal why = refused.refusal();
            if (why.status() == 404 || !staff.may(May.SEE_CLINICAL)) {
                throw new RefusedException(Problem.of(why));
            }
            return pages.program(why.status(), id, null, why.reason());
        }
        // whoever may not see the program goes back to the chart
        String page =
                staff.may(May.SEE_CLINICAL)
                        ? "/programs/" + id
                        : "/patients/" + ((Done) outcome).now().patientId();
        return Html.seeOther(page + "?did=" + did);
    }

    /** What the page says was done; null when nothing was. */
    static @Nullable String told(@Nullable String did) {
        if (CLOSED.equals(did)) {
            return "Her links are closed. Who opens one is asked to call the clinic.";
        }
        return SENT_AGAIN.equals(did) ? "It is on its way to her again, with a new link." : null;
    }
}
