package org.ilium.access.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AccountOutcome;
import org.ilium.access.AccountOutcome.Invited;
import org.ilium.access.AccountOutcome.Refused;
import org.ilium.access.AccountRefusal;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The administrator's list of who works here. */
@Path("/settings/staff")
@Blocking
@RolesAllowed(Roles.ADMINISTRATOR)
class StaffPage {

    private final StaffAccounts accounts;

    StaffPage(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @GET
    public Response list() {
        return page(200, Entered.NOTHING, new FieldErrors(), null);
    }

    @POST
    public Response add(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String email,
            @RestForm List<String> roles) {
        Entered entered = new Entered(name, email, Set.copyOf(roles));
        AccountOutcome outcome = accounts.invite(email, name, entered.roles);
        if (outcome instanceof Refused refused) {
            AccountRefusal why = refused.refusal();
            FieldErrors errors = new FieldErrors().add(why.field(), why.reason());
            return page(why.status(), entered, errors, null);
        }
        return invited(outcome);
    }

    @POST
    @Path("{id}/invite")
    public Response inviteAgain(@RestPath UUID id) {
        return invited(accounts.inviteAgain(id));
    }

    @POST
    @Path("{id}/deactivate")
    public Response deactivate(@RestPath UUID id) {
        if (accounts.deactivate(id) instanceof Refused refused) {
            throw new RefusedException(Problem.of(refused.refusal()));
        }
        return Html.seeOther("/settings/staff");
    }

    /** The link is shown in the answer itself: it is stored nowhere to be shown again. */
    private Response invited(AccountOutcome outcome) {
        if (outcome instanceof Refused refused) {
            throw new RefusedException(Problem.of(refused.refusal()));
        }
        return page(200, Entered.NOTHING, new FieldErrors(), (Invited) outcome);
    }

    private Response page(
            int status, Entered entered, FieldErrors errors, @Nullable Invited invited) {
        return Html.page(
                status, Templates.staff(accounts.all(), Roles.ALL, entered, errors, invited));
    }

    /** What stands in the form. */
    record Entered(String name, String email, Set<String> roles) {
        static final Entered NOTHING = new Entered("", "", Set.of());
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance staff(
                List<Staff> accounts,
                List<String> roles,
                Entered entered,
                FieldErrors errors,
                @Nullable Invited invited);
    }
}
