package org.ilium.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.Collision.Cause;
import org.ilium.clinic.Absence;
import org.ilium.shared.Interval;

/**
 * What a visit collides with by its time: the parts of it in which its practitioner is not open,
 * and each absence that it meets. The visit counts without its buffers, which are the clinic's own
 * to shorten; a visit that ends when an absence begins, or begins when it ends, does not collide.
 */
final class Collisions {

    private Collisions() {}

    /** {@code open} in any order, overlapping or not; by start, hours before absences. */
    static List<Collision> of(
            UUID practitioner,
            Interval visit,
            Collection<Interval> open,
            Collection<Absence> absences) {
        List<Collision> found = new ArrayList<>();
        for (Interval part : visit.without(open)) {
            found.add(new Collision(Cause.OUTSIDE_HOURS, null, part));
        }
        absences.stream()
                .filter(absence -> absence.concerns(practitioner))
                .filter(absence -> absence.time().overlaps(visit))
                .sorted(
                        Comparator.comparing((Absence a) -> a.time().start())
                                .thenComparing(Absence::id))
                .forEach(
                        absence ->
                                found.add(
                                        new Collision(
                                                Cause.TIME_OFF,
                                                absence,
                                                visit.shared(absence.time()))));
        return found;
    }
}
