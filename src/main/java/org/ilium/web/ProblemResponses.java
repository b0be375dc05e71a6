package org.ilium.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders a problem as the asker wants it: JSON for programs, a fragment for htmx, else a page. */
@Singleton
public class ProblemResponses {

    private static final Map<Integer, String[]> BY_STATUS =
            Map.of(
                    401,
                            new String[] {
                                "sign-in-first", "Please sign in", "This needs a signed-in account."
                            },
                    403,
                            new String[] {
                                "not-allowed",
                                "Not for this account",
                                "Your role does not include this."
                            },
                    404,
                            new String[] {
                                "not-found", "Not found", "We could not find what you asked for."
                            },
                    405,
                            new String[] {
                                "not-allowed-here",
                                "Not possible here",
                                "This address does not do that."
                            },
                    413, new String[] {"too-large", "Too much at once", "Please send less."},
                    415,
                            new String[] {
                                "wrong-type", "Wrong kind of content", "Send application/json."
                            });

    private final HttpServerRequest request;
    private final ModulePages pages;

    ProblemResponses(HttpServerRequest request, ModulePages pages) {
        this.request = request;
        this.pages = pages;
    }

    static Problem ofStatus(int status) {
        String[] words =
                BY_STATUS.getOrDefault(
                        status,
                        new String[] {
                            "bad-request",
                            "That did not work",
                            "Go back, check what you entered, and try again."
                        });
        return Problem.of(status, words[0], words[1], words[2]);
    }

    /** The usual words for this status. */
    public Response of(int status) {
        return of(ofStatus(status));
    }

    public Response of(Problem problem) {
        return of(problem, "");
    }

    /** With the path of the page to open again, which is ours and needs GET; empty for none. */
    public Response of(Problem problem, String again) {
        if (wantsJson()) {
            return Response.status(problem.status())
                    .type(Problem.MEDIA_TYPE)
                    .entity(problem)
                    .build();
        }
        String id = problem.faultId();
        String explanation =
                problem.errors().isEmpty()
                        ? problem.detail()
                        : String.join(
                                " ",
                                problem.errors().stream().map(e -> sentence(e.message())).toList());
        WayBack back =
                again.isEmpty()
                        ? pages.ofPatient(request.path(), problem.status())
                        : new WayBack(again, "Open the page again");
        TemplateInstance page =
                request.getHeader("HX-Request") != null
                        ? Templates.problemFragment(
                                problem.title(), explanation, id, !again.isEmpty())
                        : Templates.problem(problem.title(), explanation, id, back);
        return html(problem.status(), page);
    }

    /** People read what is wrong; the field's name in the code is for programs. */
    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    /** 429 with when to come back; the page says how to reach the clinic meanwhile. */
    Response tooMany(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        Problem problem =
                Problem.of(
                        429,
                        "too-many-requests",
                        "Too many tries",
                        "Too many tries came from your internet connection. Wait a little, then"
                                + " try again.");
        boolean page = !wantsJson() && request.getHeader("HX-Request") == null;
        Response answer = page ? html(429, Templates.tooMany((seconds + 59) / 60)) : of(problem);
        return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, seconds).build();
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page.render())
                .build();
    }

    private boolean wantsJson() {
        return wantsJson(request);
    }

    static boolean wantsJson(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return isApi(request)
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }

    static boolean isApi(HttpServerRequest request) {
        return request.path() != null && request.path().startsWith("/api/");
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance problem(
                String heading, String explanation, String faultId, @Nullable WayBack back);

        static native TemplateInstance tooMany(long minutes);

        static native TemplateInstance problemFragment(
                String heading, String explanation, String faultId, boolean again);
    }
}
