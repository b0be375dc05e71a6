package org.ilium.access.web;

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
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final ProblemResponses responses;

    CrossSiteGuard(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerRequestFilter(priority = 100)
    @Nullable Response refuseOtherSites(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site == null || OURS.contains(site) || READING.contains(request.getMethod())) {
            return null;
        }
        return responses.of(
                Problem.of(
                        403,
                        "other-site",
                        "Not from another site",
                        "Open the clinic's own page and try again there."));
    }
}
