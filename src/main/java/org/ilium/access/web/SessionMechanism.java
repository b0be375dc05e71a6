package org.ilium.access.web;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ilium.access.SessionIdentityProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads the session of a request, and says how to sign in where one is needed: a page sends the
 * browser to the sign-in page, everything else answers 401.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager identities) {
        String token = SessionToken.of(request);
        if (token == null) {
            return Uni.createFrom().nullItem();
        }
        TokenAuthenticationRequest asked =
                new TokenAuthenticationRequest(new TokenCredential(token, SessionToken.COOKIE));
        if (Background.is(request)) {
            asked.setAttribute(SessionIdentityProvider.BY_ITSELF, true);
        }
        return identities.authenticate(asked);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(challenge(request));
    }

    static ChallengeData challenge(RoutingContext request) {
        String path = request.normalizedPath();
        if (request.request().getHeader(SignInAgain.DIALOG) != null) {
            return new ChallengeData(401, SignInAgain.DIALOG, "open");
        }
        if (request.request().getHeader("HX-Request") != null) {
            String page = pathOf(request.request().getHeader("HX-Current-URL"));
            return new ChallengeData(401, "HX-Redirect", signIn(page));
        }
        if (path.startsWith("/api/")) {
            return new ChallengeData(401, "WWW-Authenticate", "Bearer");
        }
        if (isForm(request) && SessionToken.of(request) != null) {
            // sent again to where she signs in, and from there to where it was meant
            return new ChallengeData(
                    307, Map.of("Location", SignInAgain.of(path), "Cache-Control", "no-store"));
        }
        // after a refused form there is nothing to come back to with GET
        boolean isGet = request.request().method() == HttpMethod.GET;
        return new ChallengeData(
                isGet ? 302 : 303,
                Map.of("Location", signIn(isGet ? path : null), "Cache-Control", "no-store"));
    }

    private static boolean isForm(RoutingContext request) {
        String type = request.request().getHeader("Content-Type");
        return request.request().method() == HttpMethod.POST
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** Only the path: what was searched for does not belong in another address. */
    private static String signIn(@Nullable String next) {
        return next == null
                ? "/sign-in"
                : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static @Nullable String pathOf(@Nullable String url) {
        try {
            return url == null ? null : URI.create(url).getPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(
                        new HttpCredentialTransport(
                                HttpCredentialTransport.Type.COOKIE, SessionToken.COOKIE));
    }
}
