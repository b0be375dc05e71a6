package org.ilium.access.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.web.SecureCookies;

/**
 * Tells a browser that staff have signed in with from a stranger's. It opens nothing, and stays
 * when she signs out.
 */
@Singleton
class BrowserCookie {

    /** Its plain name; see {@link SecureCookies#name}. */
    static final String NAME = "ilium-browser";

    private final Duration kept;

    BrowserCookie(@ConfigProperty(name = "ilium.keep.known-browsers") Duration kept) {
        this.kept = kept;
    }

    NewCookie with(String token, RoutingContext request) {
        return new NewCookie.Builder(SecureCookies.name(NAME))
                .value(token)
                .path("/")
                .maxAge((int) kept.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(SecureCookies.isHttps() || request.request().isSSL())
                .build();
    }
}
