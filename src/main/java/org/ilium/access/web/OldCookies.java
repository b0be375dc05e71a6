package org.ilium.access.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.ilium.web.SecureCookies;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes away what a browser still has from before the clinic had https: it opens nothing more. */
class OldCookies {

    private static final List<String> PLAIN =
            List.of(SessionToken.COOKIE, BrowserCookie.NAME, SecureCookies.FORM_TOKEN);

    @ServerRequestFilter(priority = 140)
    void takeAway(RoutingContext request) {
        if (!SecureCookies.isHttps()) {
            return;
        }
        for (String name : PLAIN) {
            if (request.request().getCookie(name) != null) {
                request.response()
                        .addCookie(
                                Cookie.cookie(name, "")
                                        .setPath("/")
                                        .setMaxAge(0)
                                        .setHttpOnly(true)
                                        .setSecure(true));
            }
        }
    }
}
