package org.ilium.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says a problem where no resource method is reached: JSON for programs, a fragment for htmx, else
 * a page. It asks no database, so the page knows neither the clinic nor who is signed in.
 */
@Singleton
class EarlyAnswers {

    private final ObjectMapper json;
    private final Map<String, String> headers;

    EarlyAnswers(
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.header.\"Content-Security-Policy\".value")
                    String contentSecurityPolicy) {
        this.json = json;
        this.headers =
                Map.of(
                        "Content-Security-Policy",
                        contentSecurityPolicy,
                        "Referrer-Policy",
                        "no-referrer",
                        "X-Content-Type-Options",
                        "nosniff",
                        "Cache-Control",
                        "no-store");
    }

    /** Does nothing when an answer is on its way already, or nobody is there to read it. */
    void answer(RoutingContext routing, Problem problem) {
        HttpServerRequest request = routing.request();
        HttpServerResponse response = routing.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // half an answer: only cutting it off tells that it is none
            request.connection().close();
            return;
        }
        boolean program = ProblemResponses.wantsJson(request);
        String said = program ? json(problem) : html(request, problem);
        // an address that cannot be read breaks before the headers of every answer are put
        headers.forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader(
                        "Content-Type", program ? Problem.MEDIA_TYPE : "text/html;charset=utf-8");
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(said);
        }
    }

    private static String html(HttpServerRequest request, Problem problem) {
        String id = problem.faultId();
        TemplateInstance page =
                request.getHeader("HX-Request") != null
                        ? Templates.earlyFragment(problem.title(), problem.detail(), id)
                        : Templates.early(problem.title(), problem.detail(), id);
        return page.render();
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
        static native TemplateInstance early(String heading, String explanation, String faultId);

        static native TemplateInstance earlyFragment(
                String heading, String explanation, String faultId);
    }
}
