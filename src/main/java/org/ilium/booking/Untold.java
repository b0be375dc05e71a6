package org.ilium.booking;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Answered by whoever sends the letters about appointments. */
public interface Untold {

    /**
     * Those of the appointments whose patients no message reached, and whom the desk should call.
     */
    Set<UUID> among(Collection<UUID> appointments);
}
