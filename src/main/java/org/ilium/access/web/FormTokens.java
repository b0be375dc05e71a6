package org.ilium.access.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.web.ModulePages;
import org.ilium.web.Problem;
import org.ilium.web.ProblemResponses;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jspecify.annotations.Nullable;

/**
 * Lets a page's route change something only with the form token. The framework checks the token of
 * whatever is sent as a form and lets every other body pass, since JSON has none; its refusal has
 * no words, so they are added here.
 */
class FormTokens {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What the framework notes in the request when the token was right. */
    private static final String VERIFIED = "csrf_token_verified";

    private static final int TOKEN_BYTES = 16;

    private final ProblemResponses responses;
    private final ModulePages pages;
    private final String cookieName;

    FormTokens(
            ProblemResponses responses,
            ModulePages pages,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token")
                    String cookieName) {
        this.responses = responses;
        this.pages = pages;
        this.cookieName = cookieName;
    }

    /** The framework refuses even to show a page when the cookie is broken; so it is dropped. */
    @ServerRequestFilter(priority = 150)
    void dropABrokenCookie(RoutingContext request) {
        Cookie cookie = request.request().getCookie(cookieName);
        if (cookie != null && !isToken(cookie.getValue())) {
            request.response().removeCookie(cookieName, false);
        }
    }

    /**
     * After the framework has read the form and looked at the token: filters that need the form run
     * in the order from the last to the first. In the wrong order it would refuse every form.
     */
    @WithFormRead
    @ServerRequestFilter(priority = Priorities.USER - 100)
    @Nullable Response demandTheToken(ContainerRequestContext context, RoutingContext request) {
        boolean needsNone =
                READING.contains(context.getMethod()) || isApi(request) || isVerified(request);
        return needsNone ? null : responses.of(tooOld(), pages.formOf(request.normalizedPath()));
    }

    /** Nobody but the framework's check of the token answers 400 without a word. */
    @ServerResponseFilter
    void putInWords(ContainerResponseContext response, RoutingContext request) {
        if (response.getStatus() != 400 || response.hasEntity() || isVerified(request)) {
            return;
        }
        Response worded =
                isApi(request)
                        ? responses.of(415)
                        : responses.of(tooOld(), pages.formOf(request.normalizedPath()));
        response.setStatus(worded.getStatus());
        response.setEntity(worded.getEntity(), null, worded.getMediaType());
    }

    private static Problem tooOld() {
        return Problem.of(
                400,
                "page-too-old",
                "This page was open for too long",
                "Nothing was saved. Open it again and press once more.");
    }

    private static boolean isApi(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/");
    }

    private static boolean isVerified(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(VERIFIED));
    }

    private static boolean isToken(String value) {
        try {
            return Base64.getUrlDecoder().decode(value).length == TOKEN_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
