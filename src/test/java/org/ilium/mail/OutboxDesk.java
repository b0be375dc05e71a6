package org.ilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.ilium.patients.PlanDelivery;

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

    /** Her choice, as the desk records it after the warning. */
    @Transactional
    void choose(UUID patientId, PlanDelivery choice) {
        database.createNativeQuery(
                        "update patient set plan_delivery = :choice, full_plan_warned_at ="
                                + " case when :choice = 'full-plan' then now() end, version = version + 1"
                                + " where id = :id")
                .setParameter("choice", choice.code())
                .setParameter("id", patientId)
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
