package org.ilium.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that says it is too large before the server cuts it off, which it does without a
 * word. Runs before everything else, so the page knows neither the clinic nor who is signed in.
 */
@Singleton
class BodyLimit {

    private static final int TOO_LARGE = 413;

    /** Before the server's own check. */
    private static final int FIRST = 1000;

    private final long most;
    private final ObjectMapper json;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            ObjectMapper json) {
        this.most = most.asLongValue();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        if (length(request) <= most) {
            request.next();
            return;
        }
        boolean api = request.normalizedPath().startsWith("/api/");
        boolean part = request.request().getHeader("HX-Request") != null;
        // what is left of the body is not read, so the connection is of no more use
        HttpServerResponse answer =
                request.response()
                        .setStatusCode(TOO_LARGE)
                        .putHeader("Connection", "close")
                        .putHeader("Cache-Control", "no-store");
        if (api) {
            answer.putHeader("Content-Type", Problem.MEDIA_TYPE).end(problem());
        } else {
            answer.putHeader("Content-Type", "text/html;charset=utf-8")
                    .end((part ? Templates.tooLargeFragment() : Templates.tooLarge()).render());
        }
    }

    /** What is no number is for the server to refuse. */
    private static long length(RoutingContext request) {
        try {
            String said = request.request().getHeader("Content-Length");
            return said == null ? 0 : Long.parseLong(said);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String problem() {
        try {
            return json.writeValueAsString(ProblemResponses.ofStatus(TOO_LARGE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can be written", e);
        }
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance tooLarge();

        static native TemplateInstance tooLargeFragment();
    }
}
