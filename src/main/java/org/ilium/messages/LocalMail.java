package org.ilium.messages;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message of the demo, which leaves the machine for nowhere. */
@Entity
@Table(name = "local_mail")
class LocalMail {

    @Id UUID id;
    Instant at;
    String recipient;
    String subject;
    String headers;
    String plain;
    String html;
    @Nullable String calendar;
}
