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
import org.ilium.access.AccountOutcome;
import org.ilium.access.AccountOutcome.Refused;
import org.ilium.access.AccountOutcome.TooSoon;
import org.ilium.access.AccountRefusal;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.access.StaffAccounts;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** Changing one's own password; it ends every other session of the account. */
@Path("/settings/password")
@Blocking
@RolesAllowed(May.WORK_HERE)
class PasswordPage {

    private final StaffAccounts accounts;
    private final Callers callers;
    private final CurrentStaff current;
    private final Entrance entrance;
    private final RoutingContext request;

    PasswordPage(
            StaffAccounts accounts,
            Callers callers,
            CurrentStaff current,
            Entrance entrance,
            RoutingContext request) {
        this.accounts = accounts;
        this.callers = callers;
        this.current = current;
        this.entrance = entrance;
        this.request = request;
    }

    @GET
    public Response form() {
        return Html.page(200, Templates.password(new FieldErrors()));
    }

    @POST
    public Response change(
            @RestForm @DefaultValue("") String currentPassword,
            @RestForm @DefaultValue("") String password) {
        AccountOutcome outcome =
                accounts.changePassword(
                        current.id(), currentPassword, password, callers.of(request));
        if (outcome instanceof TooSoon soon) {
            FieldErrors errors =
                    new FieldErrors().add("currentPassword", TooSoonAnswer.words(soon.remaining()));
            return TooSoonAnswer.with(
                    soon.remaining(), Html.page(TooSoonAnswer.STATUS, Templates.password(errors)));
        }
        if (outcome instanceof Refused refused) {
            AccountRefusal why = refused.refusal();
            FieldErrors errors = new FieldErrors().add(why.field(), why.reason());
            return Html.page(why.status(), Templates.password(errors));
        }
        return entrance.afterChoosing(current.id(), "/welcome", request);
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance password(FieldErrors errors);
    }
}
