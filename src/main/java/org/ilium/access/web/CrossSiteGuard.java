package org.ilium.access.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.ilium.web.Problem;
import org.ilium.web.ProblemResponses;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a change that a browser says another site asked for. Forms carry a token besides; this
 * also guards the JSON actions, which carry none and may have no body.
 */
class CrossSiteGuard {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SAME_ORIGIN = "same-origin";

    /** What asked is the user herself, or nothing that can be told. */
    private static final String NOBODY = "none";

    /** An origin that the browser does not name. */
    private static final String OPAQUE = "null";

    private final ProblemResponses responses;
    private final OwnOrigin own;

    CrossSiteGuard(ProblemResponses responses, OwnOrigin own) {
        this.responses = responses;
        this.own = own;
    }

    @ServerRequestFilter(priority = 100)
    @Nullable Response refuseOtherSites(
            ContainerRequestContext context, HttpServerRequest request) {
        if (READING.contains(context.getMethod()) || isOurs(context, request)) {
            return null;
        }
        return responses.of(
                Problem.of(
                        403,
                        "other-site",
                        "Not from another site",
                        "Open the clinic's own page and try again there."));
    }

    /**
     * What the browser says of the site wins, since no page can set it and no proxy changes it; a
     * browser that is too old for it, or not on https, still says the origin.
     */
    private boolean isOurs(ContainerRequestContext context, HttpServerRequest request) {
        String site = context.getHeaderString("Sec-Fetch-Site");
        if (SAME_ORIGIN.equals(site)) {
            return true;
        }
        if (site != null && !NOBODY.equals(site)) {
            return false;
        }
        String origin = context.getHeaderString("Origin");
        if (origin == null) {
            return true;
        }
        // our own forms are sent so, as no page of ours has a referrer; they have the token
        if (OPAQUE.equals(origin)) {
            return !request.path().startsWith("/api/");
        }
        return own.is(origin, request.authority());
    }
}
