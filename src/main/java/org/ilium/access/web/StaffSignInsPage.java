package org.ilium.access.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffSessions;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The administrator's reading of the trail of all accounts, and the ending of their sessions. */
@Path("/settings/staff/sign-ins")
@Blocking
@RolesAllowed(May.MANAGE_STAFF)
class StaffSignInsPage {

    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final AccountEvents events;
    private final AuditTrail audit;
    private final CurrentStaff current;
    private final Callers callers;
    private final SignInsWords words;
    private final RoutingContext request;

    StaffSignInsPage(
            StaffAccounts accounts,
            StaffSessions sessions,
            AccountEvents events,
            AuditTrail audit,
            CurrentStaff current,
            Callers callers,
            SignInsWords words,
            RoutingContext request) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
        this.current = current;
        this.callers = callers;
        this.words = words;
        this.request = request;
    }

    /** Of one account with its open sessions, or of all when {@code account} names none. */
    @GET
    public Response list(
            @RestQuery @DefaultValue("") String account, @RestQuery @Nullable Long before) {
        List<Staff> all = accounts.all();
        Staff chosen =
                all.stream()
                        .filter(staff -> staff.id().toString().equals(account))
                        .findAny()
                        .orElse(null);
        UUID id = chosen == null ? null : chosen.id();
        audit.record("read", "sign-ins", id, null);
        List<SignInsWords.SessionLine> open =
                id == null
                        ? List.of()
                        : sessions.openOf(id, SessionToken.of(request)).stream()
                                .map(words::line)
                                .toList();
        String older =
                "/settings/staff/sign-ins?" + (id == null ? "" : "account=" + id + "&") + "before=";
        return Html.page(
                200,
                Templates.staffSignIns(
                        all,
                        chosen,
                        open,
                        words.page(events.page(id, before, SignInsWords.ROWS + 1), older)));
    }

    @POST
    @Path("{account}/{id}/end")
    public Response end(@RestPath UUID account, @RestPath UUID id) {
        if (!sessions.endOne(id, account, current.id(), callers.of(request))) {
            throw RefusedException.notFound();
        }
        return Html.seeOther("/settings/staff/sign-ins?account=" + account);
    }

    /** All of the account's; an administrator's own stays open where she presses the button. */
    @POST
    @Path("{account}/end")
    public Response endAll(@RestPath UUID account) {
        if (accounts.find(account).isEmpty()) {
            throw RefusedException.notFound();
        }
        sessions.endOthers(account, SessionToken.of(request), current.id(), callers.of(request));
        return Html.seeOther("/settings/staff/sign-ins?account=" + account);
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance staffSignIns(
                List<Staff> accounts,
                @Nullable Staff chosen,
                List<SignInsWords.SessionLine> sessions,
                SignInsWords.Page events);
    }
}
