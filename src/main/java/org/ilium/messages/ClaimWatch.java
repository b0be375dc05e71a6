package org.ilium.messages;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.shared.ElapsedTime;

/**
 * Tells whose claims are left behind: a living owner raises the count of each again and again, so
 * one that was seen to stand still for long is a dead one's. No clock has a say in it.
 */
@Singleton
class ClaimWatch {

    /** Many times the pause between two rises; a database that was away ends no claim. */
    static final Duration STILL = Duration.ofSeconds(30);

    private final ElapsedTime elapsed;
    private Map<Held, Long> firstSeen = new HashMap<>();

    ClaimWatch(ElapsedTime elapsed) {
        this.elapsed = elapsed;
    }

    /** A claim as the database has it. */
    record Held(UUID messageId, UUID claimId, int beat) {}

    /** Looks at all that are held now. */
    synchronized void look(List<Held> all) {
        long now = elapsed.nanos();
        Map<Held, Long> seen = new HashMap<>();
        all.forEach(held -> seen.put(held, firstSeen.getOrDefault(held, now)));
        firstSeen = seen;
    }

    /** The claims that stood still for long when last looked at. */
    synchronized Set<UUID> leftBehind() {
        long now = elapsed.nanos();
        return firstSeen.entrySet().stream()
                .filter(held -> now - held.getValue() >= STILL.toNanos())
                .map(held -> held.getKey().claimId())
                .collect(Collectors.toSet());
    }
}
