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
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffRoles;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The administrator's list of who works here. */
@Path("/settings/staff")
@Blocking
@RolesAllowed(May.MANAGE_STAFF)
class StaffPage {

    private final StaffAccounts accounts;
    private final StaffRoles roles;
    private final CurrentStaff current;

    StaffPage(StaffAccounts accounts, StaffRoles roles, CurrentStaff current) {
        this.accounts = accounts;
        this.roles = roles;
        this.current = current;
    }

    /** The account {@code change}, if there is such a one, stands open for other roles. */
    @GET
    public Response list(@RestQuery @DefaultValue("") String change, @RestQuery boolean closed) {
        List<Staff> all = accounts.all();
        RoleEdit edit =
                all.stream()
                        .filter(staff -> staff.active() && staff.id().toString().equals(change))
                        .findAny()
                        .map(staff -> new RoleEdit(staff.id(), staff.roles(), null))
                        .orElse(null);
        Listed listed = closed ? Listed.all(all, edit) : Listed.open(all, edit);
        return Html.page(
                200, Templates.staff(listed, Roles.ALL, Entered.NOTHING, new FieldErrors(), null));
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
            return page(why.status(), entered, AccountErrors.of(refused), null, null);
        }
        return invited(outcome);
    }

    /** One who takes the administrator's role from herself has no business here any more. */
    @POST
    @Path("{id}/roles")
    public Response changeRoles(
            @RestPath UUID id,
            @RestForm List<String> roles,
            @RestForm @DefaultValue("-1") int version) {
        Set<String> wanted = Set.copyOf(roles);
        if (this.roles.change(id, wanted, version) instanceof Refused refused) {
            AccountRefusal why = refused.refusal();
            if (why == AccountRefusal.ACCOUNT_UNKNOWN) {
                throw new RefusedException(Problem.of(why));
            }
            RoleEdit edit = new RoleEdit(id, wanted, why.reason());
            return page(why.status(), Entered.NOTHING, new FieldErrors(), null, edit);
        }
        boolean leaves = id.equals(current.id()) && !wanted.contains(Roles.ADMINISTRATOR);
        return Html.seeOther(leaves ? "/welcome" : "/settings/staff");
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
        return page(200, Entered.NOTHING, new FieldErrors(), (Invited) outcome, null);
    }

    private Response page(
            int status,
            Entered entered,
            FieldErrors errors,
            @Nullable Invited invited,
            @Nullable RoleEdit edit) {
        Listed listed = Listed.open(accounts.all(), edit);
        return Html.page(status, Templates.staff(listed, Roles.ALL, entered, errors, invited));
    }

    /** What stands in the form. */
    record Entered(String name, String email, Set<String> roles) {
        static final Entered NOTHING = new Entered("", "", Set.of());
    }

    /** A change of roles as it is filled in; {@code error} says why it was refused. */
    record RoleEdit(UUID id, Set<String> roles, @Nullable String error) {}

    /** An account, and the form that stands open in its row. */
    record AccountRow(Staff staff, @Nullable RoleEdit edit) {}

    /** The accounts on the page, and how many closed ones are not on it. */
    record Listed(List<AccountRow> rows, long closed) {
        static Listed open(List<Staff> all, @Nullable RoleEdit edit) {
            List<Staff> open = all.stream().filter(Staff::active).toList();
            return new Listed(rows(open, edit), (long) all.size() - open.size());
        }

        static Listed all(List<Staff> all, @Nullable RoleEdit edit) {
            return new Listed(rows(all, edit), 0);
        }

        private static List<AccountRow> rows(List<Staff> shown, @Nullable RoleEdit edit) {
            return shown.stream()
                    .map(
                            staff ->
                                    edit != null && edit.id.equals(staff.id())
                                            ? new AccountRow(staff, edit)
                                            : new AccountRow(staff, null))
                    .toList();
        }
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance staff(
                Listed listed,
                List<String> roles,
                Entered entered,
                FieldErrors errors,
                @Nullable Invited invited);
    }
}
