package org.ilium.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer says, or one answer says in place of all the others. */
class ResponseHeaders {

    private static final String CONTENT_POLICY = "Content-Security-Policy";

    /** No page or answer that may hold health data stays in a cache. */
    @ServerResponseFilter
    void noStore(ContainerResponseContext response) {
        response.getHeaders().putIfAbsent("Cache-Control", java.util.List.of("no-store"));
    }

    /** Of two policies a browser keeps both: the answer's own takes the place of the usual one. */
    @ServerResponseFilter
    void oneContentPolicy(ContainerResponseContext response, RoutingContext request) {
        if (response.getHeaders().containsKey(CONTENT_POLICY)) {
            request.response().headers().remove(CONTENT_POLICY);
        }
    }
}
