package org.ilium.demo;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Keeps the messages of the demo's past from going out: they count as told when they were due. */
@Singleton
class DemoMail {

    private final EntityManager database;

    DemoMail(EntityManager database) {
        this.database = database;
    }

    /** Before the transaction that made them commits, so that no worker ever sees one waiting. */
    void countAsTold() {
        database.flush();
        database.createNativeQuery(
                        """
                        insert into mail_attempt (message_id, at, outcome, detail)
                        select id, created_at + interval '5 seconds', 'sent', 'Demo data: nothing was really sent'
                          from outbox_message where status = 'queued'""")
                .executeUpdate();
        database.createNativeQuery(
                        "update outbox_message set status = 'sent', sent_at = created_at + interval '5 seconds',"
                                + " attempts = 1 where status = 'queued'")
                .executeUpdate();
    }
}
