package org.ilium.access.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.access.OpenSession;
import org.ilium.access.OpenedSession;
import org.ilium.access.SignIn;
import org.ilium.access.SignInOutcome;
import org.ilium.access.SignInOutcome.Opened;
import org.ilium.access.SignInOutcome.TooSoon;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffSessions;
import org.ilium.web.Problem;
import org.ilium.web.ProblemResponses;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Signing in and out for programs, which send the token as {@code Authorization: Bearer}. */
@Path("/api/v1/sessions")
@Tag(name = "sessions", description = "Signing in and out")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SessionsApi {

    private final SignIn signIn;
    private final StaffSessions sessions;
    private final StaffAccounts accounts;
    private final CurrentStaff current;
    private final AuditTrail audit;
    private final Callers callers;
    private final ProblemResponses responses;
    private final RoutingContext request;

    SessionsApi(
            SignIn signIn,
            StaffSessions sessions,
            StaffAccounts accounts,
            CurrentStaff current,
            AuditTrail audit,
            Callers callers,
            ProblemResponses responses,
            RoutingContext request) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.current = current;
        this.audit = audit;
        this.callers = callers;
        this.responses = responses;
        this.request = request;
    }

    @POST
    @PermitAll
    @Operation(summary = "Sign in and get a token")
    @APIResponseSchema(
            value = OpenedSessionJson.class,
            responseCode = "201",
            responseDescription = "Signed in")
    @APIResponse(responseCode = "401", description = "sign-in-refused")
    @APIResponse(
            responseCode = "429",
            description =
                    "too-soon: too many wrong tries for this email, or from this network; the"
                            + " password was not looked at. Retry-After says how many seconds to"
                            + " wait",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "In seconds",
                            schema = @Schema(implementation = Integer.class)))
    public Response open(@Valid @NotNull NewSession entered) {
        SignInOutcome outcome =
                signIn.attempt(entered.email, entered.password, callers.of(request));
        if (outcome instanceof TooSoon soon) {
            return TooSoonAnswer.with(
                    soon.remaining(), responses.of(TooSoonAnswer.problem(soon.remaining())));
        }
        if (!(outcome instanceof Opened)) {
            throw notOpened();
        }
        OpenedSession opened = ((Opened) outcome).session();
        return Response.status(Response.Status.CREATED)
                .entity(
                        new OpenedSessionJson(
                                opened.token(), opened.expiresAt(), StaffView.of(opened.staff())))
                .build();
    }

    @GET
    @RolesAllowed(May.WORK_HERE)
    @Operation(
            summary = "Where an account is signed in",
            description =
                    "Your own; an administrator may name another account. The last used comes"
                            + " first.")
    @APIResponseSchema(value = SessionList.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-input: account is no id")
    @APIResponse(
            responseCode = "404",
            description = "not-found: there is no such account, or it is not yours")
    public SessionList list(@RestQuery @Nullable UUID account) {
        UUID whose = account == null ? current.id() : account;
        boolean may = whose.equals(current.id()) || current.has(May.MANAGE_STAFF);
        if (!may || accounts.find(whose).isEmpty()) {
            throw RefusedException.notFound();
        }
        audit.record("read", "sessions", whose, null);
        return new SessionList(
                sessions.openOf(whose, SessionToken.of(request)).stream()
                        .map(ListedSession::of)
                        .toList());
    }

    @DELETE
    @RolesAllowed(May.WORK_HERE)
    @Operation(summary = "End your other sessions; the one that asks stays open")
    @APIResponse(responseCode = "204", description = "They open nothing any more")
    public void endOthers() {
        sessions.endOthers(
                current.id(), SessionToken.of(request), current.id(), callers.of(request));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(May.WORK_HERE)
    @Operation(summary = "End one session: your own, or as administrator anybody's")
    @APIResponse(responseCode = "204", description = "It opens nothing any more")
    @APIResponse(
            responseCode = "404",
            description = "not-found: there is no such open session, or it is not yours")
    public void endOne(@RestPath UUID id) {
        UUID whose =
                current.has(May.MANAGE_STAFF)
                        ? sessions.accountOf(id).orElseThrow(RefusedException::notFound)
                        : current.id();
        if (!sessions.endOne(id, whose, current.id(), callers.of(request))) {
            throw RefusedException.notFound();
        }
    }

    @GET
    @Path("current")
    @RolesAllowed(May.WORK_HERE)
    @Operation(summary = "Who is signed in")
    @APIResponseSchema(value = CurrentSession.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found: the account is gone")
    public CurrentSession current() {
        return accounts.find(current.id())
                .map(StaffView::of)
                .map(CurrentSession::new)
                .orElseThrow(RefusedException::notFound);
    }

    @DELETE
    @Path("current")
    @RolesAllowed(May.WORK_HERE)
    @Operation(summary = "Sign out; the token opens nothing any more")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void close() {
        String token = SessionToken.of(request);
        if (token != null) {
            sessions.end(token, callers.of(request));
        }
    }

    private static RefusedException notOpened() {
        return new RefusedException(
                Problem.of(
                        401,
                        "sign-in-refused",
                        "Not signed in",
                        "That email and password do not open an account now."));
    }

    @Schema(name = "NewSession")
    record NewSession(
            @NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 500) String password) {

        @Override
        public String toString() {
            return "NewSession";
        }
    }

    @Schema(name = "Session")
    record OpenedSessionJson(String token, Instant expiresAt, StaffView account) {}

    @Schema(name = "SessionList")
    record SessionList(List<ListedSession> sessions) {}

    /**
     * A session that is open.
     *
     * @param current whether it is the one that asks
     */
    @Schema(name = "ListedSession")
    record ListedSession(
            UUID id,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt,
            String network,
            String browser,
            boolean current) {

        static ListedSession of(OpenSession open) {
            return new ListedSession(
                    open.id(),
                    open.createdAt(),
                    open.lastSeenAt(),
                    open.expiresAt(),
                    open.network(),
                    open.browser(),
                    open.current());
        }
    }

    @Schema(name = "CurrentSession")
    record CurrentSession(StaffView account) {}
}
