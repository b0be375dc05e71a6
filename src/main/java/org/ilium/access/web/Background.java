package org.ilium.access.web;

import io.vertx.ext.web.RoutingContext;

/** What a page asks by itself, which keeps nobody signed in: its script says so. */
final class Background {

    static final String HEADER = "Ilium-Background";

    private Background() {}

    static boolean is(RoutingContext request) {
        return request.request().getHeader(HEADER) != null;
    }
}
