package org.ilium.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Turns a session token into an identity. A token that opens nothing makes the request anonymous,
 * so that a public page stays readable with a session that has ended.
 */
@ApplicationScoped
public class SessionIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    /** Set on a request that a page makes by itself. */
    public static final String BY_ITSELF = "org.ilium.access.by-itself";

    private final StaffSessions sessions;
    private final RecentSessions recent;

    SessionIdentityProvider(StaffSessions sessions, RecentSessions recent) {
        this.sessions = sessions;
        this.recent = recent;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        TokenCredential token = request.getToken();
        return context.runBlocking(
                () -> identity(token.getToken(), request.getAttribute(BY_ITSELF) == null));
    }

    private SecurityIdentity identity(String token, boolean byPerson) {
        Optional<Staff> found = sessions.find(token, byPerson);
        found.ifPresent(staff -> recent.add(token));
        return found.map(StaffIdentity::of)
                .orElseGet(() -> QuarkusSecurityIdentity.builder().setAnonymous(true).build());
    }
}
