package org.ilium.access.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.ilium.access.CurrentStaff;
import org.ilium.access.DemoAccounts;
import org.ilium.access.May;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.access.SignIn;
import org.ilium.access.Staff;
import org.ilium.access.StaffSessions;
import org.ilium.web.Allowance;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Signing in and out with a browser. */
@Path("/")
@Blocking
class SignInPage {

    private static final String REFUSED =
            "That email and password do not open an account. After ten wrong tries an account"
                    + " stays shut for 15 minutes.";

    private final SignIn signIn;
    private final StaffSessions sessions;
    private final DemoAccounts demo;
    private final CurrentStaff current;
    private final SessionCookie cookie;
    private final RoutingContext request;

    SignInPage(
            SignIn signIn,
            StaffSessions sessions,
            DemoAccounts demo,
            CurrentStaff current,
            SessionCookie cookie,
            RoutingContext request) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.demo = demo;
        this.current = current;
        this.cookie = cookie;
        this.request = request;
    }

    @GET
    @Path("sign-in")
    @PermitAll
    public Response form(@RestQuery @Nullable String next) {
        return page(200, "", LocalPath.orElse(next, ""), "");
    }

    @POST
    @Path("sign-in")
    @PermitAll
    @Limited(Allowance.GUESSING)
    public Response enter(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String next) {
        Optional<OpenedSession> opened = signIn.attempt(email, password);
        if (opened.isEmpty()) {
            return page(422, email, LocalPath.orElse(next, ""), REFUSED);
        }
        Response onward = Html.seeOther(LocalPath.orElse(next, "/welcome"));
        return Response.fromResponse(onward).cookie(cookie.with(opened.get(), request)).build();
    }

    /** For everybody: a session that has ended must not stop anyone from leaving. */
    @POST
    @Path("sign-out")
    @PermitAll
    public Response leave() {
        String token = SessionToken.of(request);
        if (token != null) {
            sessions.end(token);
        }
        return Response.fromResponse(Html.seeOther("/sign-in"))
                .cookie(cookie.none(request))
                .build();
    }

    @GET
    @Path("welcome")
    @RolesAllowed(May.WORK_HERE)
    public Response welcome() {
        boolean therapistOnly = current.has(Roles.THERAPIST) && !current.has(Roles.FRONT_DESK);
        return Html.seeOther(therapistOnly ? "/therapist" : "/desk");
    }

    private Response page(int status, String email, String next, String error) {
        return Html.page(
                status,
                Templates.signIn(email, next, error, demo.offered(), DemoAccounts.PASSWORD));
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance signIn(
                String email,
                String next,
                String error,
                List<Staff> demoAccounts,
                String demoPassword);
    }
}
