package org.ilium.access;

import java.util.Set;
import java.util.UUID;

/** A member of staff as other modules see one; {@code roles} holds values of {@link Roles}. */
public record Staff(
        UUID id, String email, String displayName, Set<String> roles, boolean active, int version) {

    public Staff {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
