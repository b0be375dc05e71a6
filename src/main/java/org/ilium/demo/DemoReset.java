package org.ilium.demo;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.ilium.messages.OutboxPause;
import org.ilium.shared.DemoMode;
import org.jboss.logging.Logger;

/** Throws the demo clinic away, with everything done in it since, and makes it anew. */
@Singleton
public class DemoReset {

    private static final Logger LOG = Logger.getLogger(DemoReset.class);

    private final Flyway flyway;
    private final DemoMarker marker;
    private final DemoData data;
    private final OutboxPause outbox;
    private final boolean demo;

    DemoReset(Flyway flyway, DemoMarker marker, DemoData data, OutboxPause outbox, DemoMode demo) {
        this.flyway = flyway;
        this.marker = marker;
        this.data = data;
        this.outbox = outbox;
        this.demo = demo.isOn();
    }

    /** Whether this is a demo that can be made anew; false in any real clinic. */
    public boolean isPossible() {
        return demo && marker.isSet();
    }

    /**
     * Ends every session with the rest; false, and nothing done, when it is not possible. Rows that
     * nobody may change go only with their tables, so the tables go.
     */
    public synchronized boolean reset() {
        if (!isPossible()) {
            return false;
        }
        LOG.info("Making the demo clinic anew.");
        outbox.during(this::makeAnew);
        return true;
    }

    private void makeAnew() {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .configuration(flyway.getConfiguration())
                .cleanDisabled(false)
                .load()
                .clean();
        flyway.migrate();
        // a thread of its own: the identity of whoever pressed the button is not borrowed
        CompletableFuture.runAsync(data::load, task -> new Thread(task, "demo-reset").start())
                .join();
    }
}
