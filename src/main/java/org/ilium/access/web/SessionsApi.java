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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.access.OpenedSession;
import org.ilium.access.SignIn;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffSessions;
import org.ilium.web.Allowance;
import org.ilium.web.Limited;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;

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
    private final RoutingContext request;

    SessionsApi(
            SignIn signIn,
            StaffSessions sessions,
            StaffAccounts accounts,
            CurrentStaff current,
            RoutingContext request) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.current = current;
        this.request = request;
    }

    @POST
    @PermitAll
    @Limited(Allowance.GUESSING)
    @Operation(summary = "Sign in and get a token")
    @APIResponseSchema(
            value = OpenSession.class,
            responseCode = "201",
            responseDescription = "Signed in")
    @APIResponse(responseCode = "401", description = "sign-in-refused")
    public Response open(@Valid @NotNull NewSession entered) {
        OpenedSession opened =
                signIn.attempt(entered.email, entered.password).orElseThrow(SessionsApi::notOpened);
        return Response.status(Response.Status.CREATED)
                .entity(
                        new OpenSession(
                                opened.token(), opened.expiresAt(), StaffView.of(opened.staff())))
                .build();
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
            sessions.end(token);
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
    record OpenSession(String token, Instant expiresAt, StaffView account) {}

    @Schema(name = "CurrentSession")
    record CurrentSession(StaffView account) {}
}
