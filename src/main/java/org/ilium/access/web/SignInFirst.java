package org.ilium.access.web;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.ilium.web.Problem;
import org.ilium.web.ProblemResponses;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers one who is not signed in: the mechanism's challenge, and a problem to read with it. */
class SignInFirst {

    private final ProblemResponses responses;

    SignInFirst(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    Response challenge(RoutingContext request) {
        ChallengeData challenge = SessionMechanism.challenge(request);
        Response.ResponseBuilder response =
                challenge.status == 401
                        ? Response.fromResponse(responses.of(problem()))
                        : Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }

    private static Problem problem() {
        return Problem.of(
                401, "sign-in-first", "Please sign in", "This needs a signed-in account.");
    }
}
