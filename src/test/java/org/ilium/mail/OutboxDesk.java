package org.ilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What tests do to the outbox by hand. */
@ApplicationScoped
class OutboxDesk {

    private final EntityManager database;

    OutboxDesk(EntityManager database) {
        this.database = database;
    }

    @Transactional
    void clear() {
        for (String table : List.of("local_mail", "mail_attempt", "outbox_message")) {
            database.createNativeQuery("delete from " + table).executeUpdate();
        }
    }

    /** Past every check of the forms, as an import might. */
    @Transactional
    void rename(UUID appointmentId, String name) {
        database.createNativeQuery("update appointment set contact_name = :name where id = :id")
                .setParameter("name", name)
                .setParameter("id", appointmentId)
                .executeUpdate();
    }

    /** What became of each try, oldest first. */
    @Transactional
    List<String> outcomes(UUID messageId) {
        return database.createQuery(
                        "select outcome from MailAttempt where messageId = :id order by id",
                        String.class)
                .setParameter("id", messageId)
                .getResultList();
    }
}
