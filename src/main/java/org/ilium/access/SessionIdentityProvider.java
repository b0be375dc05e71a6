package org.ilium.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Turns a session token into an identity. A token that opens nothing makes the request anonymous,
 * so that a public page stays readable with a session that has ended.
 */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final StaffSessions sessions;

    SessionIdentityProvider(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        TokenCredential token = request.getToken();
        return context.runBlocking(() -> identity(token.getToken()));
    }

    private SecurityIdentity identity(String token) {
        return sessions.find(token)
                .map(StaffIdentity::of)
                .orElseGet(() -> QuarkusSecurityIdentity.builder().setAnonymous(true).build());
    }
}
