package org.ilium.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.database.DatabaseWatch;
import org.ilium.shared.database.Trouble;

/**
 * Turns requests away at once that would only wait: all that need the database while it is away,
 * and those too many. What needs no database is always answered.
 */
@Singleton
class EarlyRefusals {

    /** After the check of the body's length. */
    private static final int EARLY = 900;

    /**
     * Tried with 400 clients on two processors: with less, a usual crowd of 64 is refused for
     * nothing; with more, one who is let in waits for longer than two seconds.
     */
    private static final long MOST_LAG_NANOS = TimeUnit.MILLISECONDS.toNanos(450);

    private static final long MOST_LAG_OF_STAFF_NANOS = TimeUnit.MILLISECONDS.toNanos(550);

    private final DatabaseWatch watch;
    private final OutageAnswers answers;
    private final StaffSign staff;
    private final LoopLag lag;
    private final boolean shedding;

    EarlyRefusals(
            DatabaseWatch watch,
            OutageAnswers answers,
            StaffSign staff,
            LoopLag lag,
            @ConfigProperty(name = "ilium.limits.shedding") boolean shedding) {
        this.watch = watch;
        this.answers = answers;
        this.staff = staff;
        this.lag = lag;
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
        } else if (shedding && waitsTooLong(request)) {
            watch.busy("requests would wait for longer than two seconds");
            answers.turnAway(request, Trouble.BUSY);
        } else {
            request.next();
        }
    }

    /** The staff are let in longer. */
    private boolean waitsTooLong(RoutingContext request) {
        long late = lag.nanos();
        return late > MOST_LAG_NANOS
                && (late > MOST_LAG_OF_STAFF_NANOS || !staff.isFromStaff(request));
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
