package org.ilium.access.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.ilium.access.AccountEvents;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.access.StaffSessions;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where each member of staff sees and ends her own sessions, and reads what happened lately. */
@Path("/settings/sign-ins")
@Blocking
@RolesAllowed(May.WORK_HERE)
class SignInsPage {

    private final StaffSessions sessions;
    private final AccountEvents events;
    private final AuditTrail audit;
    private final CurrentStaff current;
    private final Callers callers;
    private final SignInsWords words;
    private final RoutingContext request;

    SignInsPage(
            StaffSessions sessions,
            AccountEvents events,
            AuditTrail audit,
            CurrentStaff current,
            Callers callers,
            SignInsWords words,
            RoutingContext request) {
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
        this.current = current;
        this.callers = callers;
        this.words = words;
        this.request = request;
    }

    @GET
    public Response list(@RestQuery @Nullable Long before) {
        UUID own = current.id();
        audit.record("read", "sign-ins", own, null);
        return Html.page(
                200,
                Templates.ownSignIns(
                        sessions.openOf(own, SessionToken.of(request)).stream()
                                .map(words::line)
                                .toList(),
                        words.page(
                                events.page(own, before, SignInsWords.ROWS + 1),
                                "/settings/sign-ins?before=")));
    }

    @POST
    @Path("{id}/end")
    public Response end(@RestPath UUID id) {
        if (!sessions.endOne(id, current.id(), current.id(), callers.of(request))) {
            throw RefusedException.notFound();
        }
        return Html.seeOther("/settings/sign-ins");
    }

    @POST
    @Path("end-others")
    public Response endOthers() {
        sessions.endOthers(
                current.id(), SessionToken.of(request), current.id(), callers.of(request));
        return Html.seeOther("/settings/sign-ins");
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance ownSignIns(
                List<SignInsWords.SessionLine> sessions, SignInsWords.Page events);
    }
}
