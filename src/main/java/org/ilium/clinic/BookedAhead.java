package org.ilium.clinic;

import java.time.Instant;
import java.util.List;

/** What is booked at the clinic, as far as its settings must know. */
public interface BookedAhead {

    /** When appointments that still stand begin, after that moment, the next one first. */
    List<Instant> startsAfter(Instant moment);
}
