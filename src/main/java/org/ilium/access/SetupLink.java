package org.ilium.access;

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

    @Id byte[] tokenHash;

    @Nullable UUID accountId;

    Instant createdAt;

    Instant expiresAt;

    @Nullable Instant usedAt;
}
