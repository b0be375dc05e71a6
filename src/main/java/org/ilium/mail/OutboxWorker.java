package org.ilium.mail;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.ilium.mail.OutboxClaims.Claim;
import org.ilium.shared.RegularWork;
import org.ilium.shared.database.Trouble;
import org.jboss.logging.Logger;

/**
 * Sends what is due. Runs in every replica: claims keep them apart. A message leaves at least once;
 * if it leaves twice, both carry the same Message-ID.
 */
@Singleton
class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);

    private final OutboxClaims claims;
    private final List<LetterWriter> writers;
    private final MailSettings settings;
    private final OutboxPause pause;
    private final RegularWork work;

    OutboxWorker(
            OutboxClaims claims,
            @All List<LetterWriter> writers,
            MailSettings settings,
            OutboxPause pause,
            RegularWork work) {
        this.claims = claims;
        this.writers = writers;
        this.settings = settings;
        this.pause = pause;
        this.work = work;
    }

    void sayAtStart(@Observes StartupEvent start) {
        if (!settings.canSend()) {
            LOG.warn(
                    "No mail server is set up: messages wait in the outbox. Set"
                            + " QUARKUS_MAILER_HOST and QUARKUS_MAILER_FROM.");
        }
    }

    @Scheduled(
            every = "{ilium.mail.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendRegularly() {
        work.run(
                () ->
                        settings.transport()
                                .ifPresent(way -> pause.unlessPaused(() -> sendDue(way))));
    }

    /**
     * Sends all that is due, one after the other; returns how many were taken up. When the program
     * is stopping, what is left waits in the outbox.
     */
    int sendDue(Transport transport) {
        int taken = 0;
        Optional<Claim> claim = next();
        while (claim.isPresent()) {
            taken++;
            handle(claim.get(), transport);
            claim = next();
        }
        return taken;
    }

    private Optional<Claim> next() {
        return work.stopping() ? Optional.empty() : claims.next();
    }

    private void handle(Claim claim, Transport transport) {
        if (claim.attempt() > Backoff.MOST_ATTEMPTS) {
            claims.notSent(claim, "Sending was broken off too often.", true);
            return;
        }
        try {
            Composition composition = compose(claim);
            if (composition instanceof Composition.Ready ready) {
                transport.send(ready.letter());
                claims.sent(claim, ready.letter());
            } else if (composition instanceof Composition.Unneeded unneeded) {
                claims.skipped(claim, MailStatus.DROPPED, unneeded.why());
            } else if (composition instanceof Composition.NoAddress) {
                claims.skipped(claim, MailStatus.NO_ADDRESS, "There is no usable address.");
            } else {
                claims.skipped(claim, MailStatus.PRINT_ONLY, "She wants it on paper.");
            }
        } catch (TransportException e) {
            LOG.warnf("Message %s was not sent: %s", claim.order().messageId(), e.getMessage());
            claims.notSent(claim, e.getMessage(), e.permanent());
        } catch (RuntimeException e) {
            if (Trouble.of(e) != null) {
                throw e;
            }
            LOG.errorf(e, "Message %s could not be written", claim.order().messageId());
            claims.notSent(claim, "It could not be written; see the log.", false);
        }
    }

    private Composition compose(Claim claim) {
        MailKind kind = claim.order().kind();
        for (LetterWriter writer : writers) {
            if (writer.writes(kind)) {
                return writer.write(claim.order());
            }
        }
        throw new IllegalStateException("nobody writes " + kind);
    }
}
