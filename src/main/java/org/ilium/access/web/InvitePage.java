package org.ilium.access.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.ilium.access.AccountOutcome;
import org.ilium.access.AccountOutcome.Refused;
import org.ilium.access.AccountRefusal;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Where a member of staff who was invited chooses her password. */
@Path("/invite/{token}")
@Blocking
@Limited(Allowance.GUESSING)
class InvitePage {

    private final StaffAccounts accounts;
    private final Callers callers;
    private final Entrance entrance;
    private final RoutingContext request;

    InvitePage(StaffAccounts accounts, Callers callers, Entrance entrance, RoutingContext request) {
        this.accounts = accounts;
        this.callers = callers;
        this.entrance = entrance;
        this.request = request;
    }

    @GET
    @PermitAll
    public Response form(@RestPath String token) {
        return Html.page(200, Templates.invite(invited(token), new FieldErrors()));
    }

    @POST
    @PermitAll
    public Response accept(@RestPath String token, @RestForm @DefaultValue("") String password) {
        Staff invited = invited(token);
        AccountOutcome outcome = accounts.acceptInvite(token, password, callers.of(request));
        if (outcome instanceof Refused refused) {
            AccountRefusal why = refused.refusal();
            if (why == AccountRefusal.LINK_NOT_USABLE) {
                throw notUsable();
            }
            return Html.page(why.status(), Templates.invite(invited, AccountErrors.of(refused)));
        }
        return entrance.afterChoosing(invited.id(), "/welcome", request);
    }

    private Staff invited(String token) {
        return accounts.invitedBy(token).orElseThrow(InvitePage::notUsable);
    }

    private static RefusedException notUsable() {
        return new RefusedException(Problem.of(AccountRefusal.LINK_NOT_USABLE));
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance invite(Staff staff, FieldErrors errors);
    }
}
