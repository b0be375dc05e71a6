package org.ilium.access.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.ilium.access.Caller;
import org.ilium.web.CallersAddress;
import org.ilium.web.SecureCookies;

/** Where a request comes from, as signing in and its trail see it. */
@Singleton
class Callers {

    Caller of(RoutingContext request) {
        Cookie browser = request.request().getCookie(SecureCookies.name(BrowserCookie.NAME));
        return new Caller(
                CallersAddress.of(request.request().remoteAddress()),
                BrowserName.of(request.request().getHeader("User-Agent")),
                browser == null || browser.getValue().isEmpty() ? null : browser.getValue());
    }
}
