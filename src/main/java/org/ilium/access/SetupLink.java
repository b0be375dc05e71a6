package org.ilium.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets one person choose a password, once; without an account, the first administrator. */
@Entity
@Table(name = "setup_link")
class SetupLink {

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "account_id")
    @Nullable UUID accountId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    @Nullable Instant usedAt;
}
