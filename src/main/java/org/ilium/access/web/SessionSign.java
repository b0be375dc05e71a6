package org.ilium.access.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.ilium.access.RecentSessions;
import org.ilium.web.StaffSign;

@Singleton
class SessionSign implements StaffSign {

    private final RecentSessions recent;

    SessionSign(RecentSessions recent) {
        this.recent = recent;
    }

    @Override
    public boolean isFromStaff(RoutingContext request) {
        String token = SessionToken.of(request);
        return token != null && recent.has(token);
    }
}
