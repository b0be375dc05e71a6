package org.ilium.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "staff_account")
class StaffAccount {

    @Id UUID id;

    String email;

    String displayName;

    /** Absent until its owner has chosen a password; nobody can sign in before. */
    @Nullable String passwordHash;

    boolean active = true;

    Instant createdAt;

    @Version int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    Set<String> roles = new HashSet<>();

    protected StaffAccount() {}

    StaffAccount(UUID id, String email, String displayName, Set<String> roles, Instant createdAt) {
        this.id = id;
        this.email = email;
        this.displayName = displayName;
        this.roles = new HashSet<>(roles);
        this.createdAt = createdAt;
    }

    Staff view() {
        return new Staff(id, email, displayName, roles, active, version);
    }
}
