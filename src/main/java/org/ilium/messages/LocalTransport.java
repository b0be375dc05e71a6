package org.ilium.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The demo's way: keeps the message, link and all, for the local outbox page. */
@ApplicationScoped
class LocalTransport implements Transport {

    private final EntityManager database;
    private final Clock clock;

    LocalTransport(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void send(Letter letter) {
        LocalMail mail = new LocalMail();
        mail.id = letter.messageId();
        mail.at = clock.instant();
        mail.recipient = letter.to();
        mail.subject = letter.subject();
        mail.headers = headers(letter);
        mail.plain = letter.plain();
        mail.html = letter.html();
        mail.calendar = letter.calendar() == null ? null : letter.calendar().text();
        // a second sending of the same message replaces the first, as a reader's mailbox would
        database.merge(mail);
    }

    static String headers(Letter letter) {
        List<String> lines = new ArrayList<>();
        lines.add("From: " + letter.from().shown());
        lines.add("To: " + letter.to());
        if (letter.replyTo() != null) {
            lines.add("Reply-To: " + letter.replyTo());
        }
        lines.add("Subject: " + letter.subject());
        new TreeMap<>(letter.headers()).forEach((name, value) -> lines.add(name + ": " + value));
        if (letter.calendar() != null) {
            lines.add(
                    "Attached: "
                            + letter.calendar().fileName()
                            + ", "
                            + letter.calendar().contentType());
        }
        return String.join("\n", lines);
    }
}
