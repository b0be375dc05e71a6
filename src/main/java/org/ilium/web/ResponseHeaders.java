package org.ilium.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** No page or answer that may hold health data stays in a cache. */
class ResponseHeaders {

    @ServerResponseFilter
    void noStore(ContainerResponseContext response) {
        response.getHeaders().putIfAbsent("Cache-Control", java.util.List.of("no-store"));
    }
}
