package org.ilium.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    Instant at;

    String actor;

    @Nullable UUID accountId;

    @Nullable UUID linkId;

    String action;

    String entity;

    @Nullable UUID entityId;

    @Nullable UUID patientId;

    @Nullable String route;

    /** Codes of the rules that were set aside on purpose; null for none. */
    String @Nullable [] rules;
}
