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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.CurrentStaff;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.access.SignIn;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffSessions;
import org.ilium.web.Allowance;
import org.ilium.web.Limited;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;

/** Signing in and out for programs, which send the token as {@code Authorization: Bearer}. */
@Path("/api/v1/sessions")
@Tag(name = "sessions")
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
    @RolesAllowed({Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR})
    public CurrentSession current() {
        return accounts.find(current.id())
                .map(StaffView::of)
                .map(CurrentSession::new)
                .orElseThrow(RefusedException::notFound);
    }

    @DELETE
    @Path("current")
    @RolesAllowed({Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR})
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
