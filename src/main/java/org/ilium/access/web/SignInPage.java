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
import org.ilium.access.Roles;
import org.ilium.access.SignIn;
import org.ilium.access.SignInOutcome;
import org.ilium.access.SignInOutcome.Opened;
import org.ilium.access.SignInOutcome.TooSoon;
import org.ilium.access.Staff;
import org.ilium.access.StaffSessions;
import org.ilium.web.Html;
import org.ilium.web.ModulePages;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out with a browser. One whose session has run out is greeted by name at the same
 * browser and asked for her password only.
 */
@Path("/")
@Blocking
class SignInPage {

    static final String REFUSED = "That email and password do not open an account.";
    static final String WRONG = "That is not the password.";

    private final SignIn signIn;
    private final StaffSessions sessions;
    private final DemoAccounts demo;
    private final CurrentStaff current;
    private final SessionCookie cookie;
    private final Callers callers;
    private final Entrance entrance;
    private final ModulePages pages;
    private final RoutingContext request;

    SignInPage(
            SignIn signIn,
            StaffSessions sessions,
            DemoAccounts demo,
            CurrentStaff current,
            SessionCookie cookie,
            Callers callers,
            Entrance entrance,
            ModulePages pages,
            RoutingContext request) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.demo = demo;
        this.current = current;
        this.cookie = cookie;
        this.callers = callers;
        this.entrance = entrance;
        this.pages = pages;
        this.request = request;
    }

    /** {@code other} when somebody else is to sign in than the one greeted. */
    @GET
    @Path("sign-in")
    @PermitAll
    public Response form(@RestQuery @Nullable String next, @RestQuery boolean other) {
        Staff known = other || current.isSignedIn() ? null : lastHere().orElse(null);
        String email = known == null ? "" : known.email();
        return page(200, email, LocalPath.orElse(next, ""), "", known);
    }

    @POST
    @Path("sign-in")
    @PermitAll
    public Response enter(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String next) {
        SignInOutcome outcome = signIn.attempt(email, password, callers.of(request));
        if (outcome instanceof Opened opened) {
            return entrance.enter(
                    opened, Html.seeOther(LocalPath.orElse(next, "/welcome")), request);
        }
        Staff known = lastHere().filter(staff -> staff.email().equals(email)).orElse(null);
        String back = LocalPath.orElse(next, "");
        if (outcome instanceof TooSoon soon) {
            String words = TooSoonAnswer.words(soon.remaining());
            return TooSoonAnswer.with(
                    soon.remaining(), page(TooSoonAnswer.STATUS, email, back, words, known));
        }
        return page(422, email, back, known == null ? REFUSED : WRONG, known);
    }

    /** For everybody: a session that has ended must not stop anyone from leaving. */
    @POST
    @Path("sign-out")
    @PermitAll
    public Response leave() {
        String token = SessionToken.of(request);
        if (token != null) {
            sessions.end(token, callers.of(request));
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
        return Html.seeOther(pages.placeOf(therapistOnly ? May.TREAT : May.SEE_SCHEDULE));
    }

    private Optional<Staff> lastHere() {
        return Optional.ofNullable(SessionToken.of(request)).flatMap(sessions::lastOf);
    }

    private Response page(
            int status, String email, String next, String error, @Nullable Staff known) {
        return Html.page(
                status,
                Templates.signIn(email, next, error, known, demo.offered(), DemoAccounts.PASSWORD));
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance signIn(
                String email,
                String next,
                String error,
                @Nullable Staff known,
                List<Staff> demoAccounts,
                String demoPassword);
    }
}
