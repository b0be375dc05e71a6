package org.ilium.access;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "staff_session")
class StaffSession {

    @Id byte[] tokenHash;

    /** What lists and ends it; the token itself is known to its browser alone. */
    UUID id;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "account_id")
    StaffAccount account;

    String network;

    String browser;

    Instant createdAt;

    Instant lastSeenAt;

    Instant expiresAt;

    @Nullable Instant endedAt;

    boolean expiryTold;

    protected StaffSession() {}

    StaffSession(
            byte[] tokenHash,
            StaffAccount account,
            Caller caller,
            Instant createdAt,
            Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.id = Ids.next();
        this.account = account;
        this.network = caller.network();
        this.browser = caller.browser();
        this.createdAt = createdAt;
        this.lastSeenAt = createdAt;
        this.expiresAt = expiresAt;
    }
}
