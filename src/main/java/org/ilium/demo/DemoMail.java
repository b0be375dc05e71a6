package org.ilium.demo;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Keeps the messages of the demo's past from going out: they count as told when they were due. The
 * last booking and the last plan go out all the same, so that the demo's mailbox shows what
 * patients get.
 */
@Singleton
class DemoMail {

    private static final String LAST_OF_BOTH_KINDS =
            """
            select distinct on (m.kind) m.id from outbox_message m
             where m.status = 'queued' and m.recipient is not null
               and m.kind in ('appointment-booked', 'plan')
               and (m.visit_at is null or m.visit_at > :now)
               and not exists (select from patient p
                                where p.id = m.patient_id and p.plan_delivery = 'print-only')
             order by m.kind, m.seq desc""";

    private final EntityManager database;
    private final Clock clock;

    DemoMail(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Before the transaction that made them commits, so that no worker ever sees one waiting. */
    void countAsTold() {
        database.flush();
        List<?> leaving =
                database.createNativeQuery(LAST_OF_BOTH_KINDS, UUID.class)
                        .setParameter("now", clock.instant())
                        .getResultList();
        database.createNativeQuery(
                        """
                        insert into mail_attempt (message_id, at, outcome, detail)
                        select id, created_at + interval '5 seconds', 'sent', 'Demo data: nothing was really sent'
                          from outbox_message where status = 'queued' and id not in (:leaving)""")
                .setParameter("leaving", leaving)
                .executeUpdate();
        database.createNativeQuery(
                        "update outbox_message set status = 'sent', sent_at = created_at + interval '5 seconds',"
                                + " attempts = 1 where status = 'queued' and id not in (:leaving)")
                .setParameter("leaving", leaving)
                .executeUpdate();
    }
}
