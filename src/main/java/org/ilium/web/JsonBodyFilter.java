package org.ilium.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Holds to {@link JsonBody}; the framework alone takes a body of no type for JSON. */
class JsonBodyFilter {

    private static final int WRONG_TYPE = 415;

    private final ProblemResponses responses;

    JsonBodyFilter(ProblemResponses responses) {
        this.responses = responses;
    }

    @JsonBody
    @ServerRequestFilter
    @Nullable Response refuseOtherTypes(ContainerRequestContext request) {
        boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        MediaType type = request.getMediaType();
        return reading || (type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                ? null
                : responses.of(ProblemResponses.ofStatus(WRONG_TYPE));
    }
}
