package org.ilium.access.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import org.ilium.access.OpenedSession;
import org.ilium.web.SecureCookies;

/**
 * The cookie that carries a session: unreadable to scripts, gone when the browser closes, sent only
 * over https where the clinic has it.
 */
@Singleton
class SessionCookie {

    NewCookie with(OpenedSession session, RoutingContext request) {
        return cookie(session.token(), request).build();
    }

    /** Takes the cookie away. */
    NewCookie none(RoutingContext request) {
        return cookie("", request).maxAge(0).build();
    }

    private NewCookie.Builder cookie(String value, RoutingContext request) {
        return new NewCookie.Builder(SecureCookies.name(SessionToken.COOKIE))
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(SecureCookies.isHttps() || request.request().isSSL());
    }
}
