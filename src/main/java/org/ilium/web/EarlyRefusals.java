package org.ilium.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.database.DatabaseWatch;
import org.ilium.shared.database.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Turns requests away at once that would only wait: all that need the database while it is away,
 * and those too many. What needs no database is always answered.
 */
@Singleton
class EarlyRefusals {

    /** After the check of the body's length. */
    private static final int EARLY = 900;

    private final DatabaseWatch watch;
    private final OutageAnswers answers;
    private final StaffSign staff;
    private final boolean shedding;
    private final InFlight inFlight = new InFlight(System.nanoTime());

    EarlyRefusals(
            DatabaseWatch watch,
            OutageAnswers answers,
            StaffSign staff,
            @ConfigProperty(name = "ilium.limits.shedding") boolean shedding) {
        this.watch = watch;
        this.answers = answers;
        this.staff = staff;
        this.shedding = shedding;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        if (!needsDatabase(request.normalizedPath())) {
            request.next();
        } else if (!watch.answers()) {
            watch.turnedAway();
            answers.turnAway(request, Trouble.AWAY);
        } else if (!shedding) {
            request.next();
        } else {
            letIn(request);
        }
    }

    private void letIn(RoutingContext request) {
        InFlight.Request entered = enter(request);
        if (entered == null) {
            watch.busy("requests would wait for longer than two seconds");
            answers.turnAway(request, Trouble.BUSY);
        } else {
            request.addEndHandler(ended -> leave(entered));
            request.next();
        }
    }

    private InFlight.@Nullable Request enter(RoutingContext request) {
        boolean isStaff = staff.isFromStaff(request);
        synchronized (inFlight) {
            return inFlight.enter(isStaff, System.nanoTime(), () -> isSending(request));
        }
    }

    /** One without a body is not read to its end before it is answered. */
    private static boolean isSending(RoutingContext request) {
        return request.request().method() == HttpMethod.POST && !request.request().isEnded();
    }

    private void leave(InFlight.Request entered) {
        synchronized (inFlight) {
            inFlight.leave(entered, System.nanoTime());
        }
    }

    /** Not whether the program is well, and not the files that pages are made of. */
    static boolean needsDatabase(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        boolean isFile =
                path.startsWith("/fonts/")
                        || path.startsWith("/webjars/")
                        || (path.lastIndexOf('/') == 0
                                && (file.endsWith(".css") || file.endsWith(".js")));
        return !isFile && !path.startsWith("/q/");
    }
}
