package org.ilium.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages the demo would have sent. */
@ApplicationScoped
public class LocalOutbox {

    private final EntityManager database;

    LocalOutbox(EntityManager database) {
        this.database = database;
    }

    /** One message exactly as it would have left. */
    public record Sent(
            UUID id,
            Instant at,
            String recipient,
            String subject,
            String headers,
            String plain,
            String html,
            @Nullable String calendar) {}

    /** The newest, newest first, {@code limit} at most. */
    @Transactional
    public List<Sent> newest(int limit) {
        return database.createQuery("from LocalMail order by at desc, id desc", LocalMail.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(LocalOutbox::sent)
                .toList();
    }

    @Transactional
    public Optional<Sent> find(UUID id) {
        return Optional.ofNullable(database.find(LocalMail.class, id)).map(LocalOutbox::sent);
    }

    private static Sent sent(LocalMail mail) {
        return new Sent(
                mail.id,
                mail.at,
                mail.recipient,
                mail.subject,
                mail.headers,
                mail.plain,
                mail.html,
                mail.calendar);
    }
}
