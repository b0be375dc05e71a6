package org.ilium.web;

import java.util.UUID;
import org.ilium.shared.Whereabouts;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notes a fault of ours: the log and the answer share an id; the answer says nothing else. */
final class FaultLog {

    private static final Logger LOG = Logger.getLogger("org.ilium.fault");

    private FaultLog() {}

    static Problem note(@Nullable Throwable fault) {
        String id = UUID.randomUUID().toString();
        LOG.errorf("Fault %s: %s", id, fault == null ? "nothing thrown" : Whereabouts.of(fault));
        return Problem.of(500, "fault", "Something went wrong on our side", "We have noted it.")
                .withInstance(id);
    }
}
