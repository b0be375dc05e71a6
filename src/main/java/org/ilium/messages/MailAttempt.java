package org.ilium.messages;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try to send a message, and what came of it. */
@Entity
@Table(name = "mail_attempt")
class MailAttempt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    UUID messageId;

    Instant at;

    String outcome;

    @Nullable String detail;
}
