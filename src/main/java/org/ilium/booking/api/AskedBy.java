package org.ilium.booking.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.Stranger;
import org.ilium.booking.holds.Strangers;
import org.ilium.web.CallersAddress;
import org.jspecify.annotations.Nullable;

/** Which stranger makes the current request. */
@Singleton
public class AskedBy {

    private final Strangers strangers;
    private final CurrentStaff staff;
    private final HttpServerRequest request;
    private final boolean counted;

    AskedBy(
            Strangers strangers,
            CurrentStaff staff,
            HttpServerRequest request,
            @ConfigProperty(name = "ilium.limits.enabled") boolean counted) {
        this.strangers = strangers;
        this.staff = staff;
        this.request = request;
        this.counted = counted;
    }

    /** Null for signed-in staff, and where nobody's requests are counted. */
    public @Nullable Stranger stranger() {
        return !counted || staff.isSignedIn()
                ? null
                : strangers.from(CallersAddress.of(request.remoteAddress()));
    }
}
