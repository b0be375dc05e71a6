package org.ilium.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.ilium.shared.database.DatabaseWatch;
import org.ilium.shared.database.SavedWork;
import org.ilium.shared.database.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * 503 with Retry-After while the database is away, full or asked too much: as page, fragment or
 * problem, none of which asks the database. Catches what fails outside of a resource too, such as
 * the look at who is signed in.
 */
@Singleton
class OutageAnswers {

    private static final int UNAVAILABLE = 503;
    private static final Set<HttpMethod> LOOKING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String HTML = "text/html;charset=utf-8";

    private final DatabaseWatch watch;
    private final ModulePages pages;
    private final ObjectMapper json;

    OutageAnswers(DatabaseWatch watch, ModulePages pages, ObjectMapper json) {
        this.watch = watch;
        this.pages = pages;
        this.json = json;
    }

    private record Answer(String type, String body, int retryAfter) {}

    /** Before the framework's own handler, which knows nothing but 500. */
    void catchTheRest(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void failed(RoutingContext request) {
        Throwable thrown = request.failure();
        Trouble trouble = Trouble.of(thrown);
        if (trouble == null || request.response().headWritten()) {
            request.next();
            return;
        }
        watch.met(trouble, thrown);
        send(request, words(trouble, thrown, request));
    }

    /** Null when this is no trouble of the database. */
    @Nullable Response of(Throwable thrown, RoutingContext request) {
        Trouble trouble = Trouble.of(thrown);
        if (trouble == null) {
            return null;
        }
        watch.met(trouble, thrown);
        Answer answer = answer(request, words(trouble, thrown, request));
        return Response.status(UNAVAILABLE)
                .header(HttpHeaders.CONTENT_TYPE, answer.type)
                .header(HttpHeaders.RETRY_AFTER, answer.retryAfter)
                .entity(answer.body)
                .build();
    }

    /** Turned away before anything was done. */
    void turnAway(RoutingContext request, Trouble trouble) {
        send(request, OutageWords.of(trouble, isSent(request.request()), false));
    }

    private static OutageWords words(Trouble trouble, Throwable thrown, RoutingContext request) {
        boolean unsure = Trouble.atCommit(thrown) || SavedWork.isIn(request);
        return OutageWords.of(trouble, isSent(request.request()), unsure);
    }

    private void send(RoutingContext request, OutageWords words) {
        Answer answer = answer(request, words);
        HttpServerResponse response =
                request.response()
                        .setStatusCode(UNAVAILABLE)
                        .putHeader(HttpHeaders.CONTENT_TYPE, answer.type)
                        .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(answer.retryAfter))
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.end(answer.body);
    }

    private Answer answer(RoutingContext routing, OutageWords words) {
        HttpServerRequest request = routing.request();
        if (ProblemResponses.wantsJson(request)) {
            return new Answer(Problem.MEDIA_TYPE, json(words.problem()), words.retryAfter());
        }
        TemplateInstance page =
                request.getHeader("HX-Request") == null
                        ? page(routing, words)
                        : Templates.outageFragment(words);
        return new Answer(HTML, page.render(), words.retryAfter());
    }

    private TemplateInstance page(RoutingContext routing, OutageWords words) {
        HttpServerRequest request = routing.request();
        WayBack back = pages.ofPatient(routing.normalizedPath(), UNAVAILABLE);
        String again = isSent(request) ? "" : request.uri();
        // a guess is enough: it only chooses between words
        boolean staff =
                routing.normalizedPath().startsWith("/sign-in")
                        || request.cookies().stream()
                                .anyMatch(c -> c.getName().endsWith("ilium-session"));
        return Templates.outage(words, staff, again, isSent(request) ? back : null);
    }

    private static boolean isSent(HttpServerRequest request) {
        return !LOOKING.contains(request.method());
    }

    private String json(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can be written", e);
        }
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance outage(
                OutageWords words, boolean staff, String again, @Nullable WayBack back);

        static native TemplateInstance outageFragment(OutageWords words);
    }
}
