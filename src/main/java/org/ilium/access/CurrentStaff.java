package org.ilium.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who of the staff makes the current request, if anyone does. */
@Named("currentStaff")
@RequestScoped
public class CurrentStaff {

    static final String ACCOUNT_ID = "account-id";
    static final String DISPLAY_NAME = "display-name";

    private final SecurityIdentity identity;

    CurrentStaff(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isSignedIn() {
        return identity.getAttribute(ACCOUNT_ID) != null;
    }

    /** The account's id; empty when nobody is signed in. */
    public Optional<UUID> accountId() {
        return Optional.ofNullable(identity.getAttribute(ACCOUNT_ID));
    }

    /** The account's id, for code that only signed-in staff can reach; fails otherwise. */
    public UUID id() {
        return accountId().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** The name to show; empty text when nobody is signed in. */
    public String displayName() {
        String name = identity.getAttribute(DISPLAY_NAME);
        return name == null ? "" : name;
    }

    /** Values of {@link Roles}; empty when nobody is signed in. */
    public Set<String> roles() {
        return Roles.ALL.stream().filter(identity::hasRole).collect(Collectors.toSet());
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whether she may do this, one of {@link May}. */
    public boolean may(String action) {
        return identity.hasRole(action);
    }
}
