package org.ilium.web;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.ilium.shared.database.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Answers what failed outside of any resource method, in place of the framework's own handler: that
 * one writes the address, with its token and query, and a stack trace into the log.
 */
@Singleton
class LastResort {

    /** Just before the framework's. */
    private static final int LAST_BUT_ONE = Integer.MAX_VALUE - 1;

    private static final int FAULT = 500;
    private static final int REFUSED = 400;

    private final EarlyAnswers answers;
    private final OutageAnswers outages;

    LastResort(EarlyAnswers answers, OutageAnswers outages) {
        this.answers = answers;
        this.outages = outages;
    }

    void register(@Observes Router router) {
        router.route().order(LAST_BUT_ONE).failureHandler(this::answer);
        // what breaks the search for a route, or a failure handler, comes to no handler but these
        router.errorHandler(REFUSED, routing -> answers.answer(routing, Malformed.ADDRESS));
        router.errorHandler(
                FAULT, routing -> answers.answer(routing, FaultLog.note(routing.failure())));
    }

    private void answer(RoutingContext routing) {
        Throwable failure = routing.failure();
        if (failure instanceof AuthenticationException
                || failure instanceof UnauthorizedException
                || failure instanceof ForbiddenException) {
            // it asks to sign in, and logs nothing
            routing.next();
            return;
        }
        int status = status(routing, failure);
        if (status == REFUSED) {
            answers.answer(routing, Malformed.ADDRESS);
        } else if (status < FAULT) {
            answers.answer(routing, ProblemResponses.ofStatus(status));
        } else if (failure instanceof RejectedExecutionException) {
            outages.turnAway(routing, Trouble.BUSY);
        } else if (isOfTheLine(failure)) {
            routing.request().connection().close();
        } else {
            answers.answer(routing, FaultLog.note(failure));
        }
    }

    private static int status(RoutingContext routing, @Nullable Throwable failure) {
        if (failure instanceof HttpException http) {
            return http.getStatusCode();
        }
        return routing.statusCode() >= REFUSED ? routing.statusCode() : FAULT;
    }

    /** Who asked is gone: no fault of ours, and nobody to answer. */
    private static boolean isOfTheLine(@Nullable Throwable failure) {
        return failure instanceof IOException || failure instanceof VertxException;
    }
}
