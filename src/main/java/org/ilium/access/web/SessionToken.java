package org.ilium.access.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.ilium.web.SecureCookies;
import org.jspecify.annotations.Nullable;

/** Where a request carries its session: the header of a program, or the cookie of a browser. */
final class SessionToken {

    /** Its plain name; see {@link SecureCookies#name}. */
    static final String COOKIE = "ilium-session";

    private static final String BEARER = "bearer ";

    private SessionToken() {}

    /** The token the request carries, the header before the cookie; null when it has none. */
    static @Nullable String of(RoutingContext request) {
        String header = request.request().getHeader("Authorization");
        if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return header.substring(BEARER.length()).strip();
        }
        Cookie cookie = request.request().getCookie(SecureCookies.name(COOKIE));
        return cookie == null ? null : cookie.getValue();
    }
}
