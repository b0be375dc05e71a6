package org.ilium.access.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.SignIn;
import org.ilium.access.SignInOutcome.Opened;
import org.ilium.access.StaffSessions;
import org.ilium.web.Html;

/** Lets a browser in: a new session each time, and the one it had before ends. */
@Singleton
class Entrance {

    private final SignIn signIn;
    private final StaffSessions sessions;
    private final SessionCookie session;
    private final BrowserCookie browser;
    private final Callers callers;

    Entrance(
            SignIn signIn,
            StaffSessions sessions,
            SessionCookie session,
            BrowserCookie browser,
            Callers callers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.session = session;
        this.browser = browser;
        this.callers = callers;
    }

    Response enter(Opened opened, Response onward, RoutingContext request) {
        String before = SessionToken.of(request);
        if (before != null) {
            sessions.end(before, callers.of(request));
        }
        return Response.fromResponse(onward)
                .cookie(session.with(opened.session(), request))
                .cookie(browser.with(opened.browserToken(), request))
                .build();
    }

    Response afterChoosing(UUID account, String path, RoutingContext request) {
        Opened opened = signIn.enterAfterChoosing(account, callers.of(request));
        return enter(opened, Html.seeOther(path), request);
    }
}
