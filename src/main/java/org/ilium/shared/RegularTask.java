package org.ilium.shared;

import java.time.Duration;
import java.util.Optional;

/** What the program does by itself again and again, beginning with the start; see RegularWork. */
public interface RegularTask {

    /** The pause between two rounds; empty when the settings have it off. */
    Optional<Duration> every();

    /** One round. If it fails, that is logged and the next comes all the same. */
    void round();
}
