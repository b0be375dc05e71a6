package org.ilium.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "staff_session")
class StaffSession {

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "account_id")
    StaffAccount account;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected StaffSession() {}

    StaffSession(byte[] tokenHash, StaffAccount account, Instant createdAt, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.account = account;
        this.createdAt = createdAt;
        this.lastSeenAt = createdAt;
        this.expiresAt = expiresAt;
    }
}
