package org.ilium.booking;

import java.time.Instant;
import java.util.List;
import org.ilium.booking.availability.Slot;
import org.ilium.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** What became of a wish to make or change an appointment. */
public sealed interface AppointmentOutcome {

    /** It was done; {@code before} says that the same request had done it already. */
    record Done(AppointmentDetails appointment, boolean before) implements AppointmentOutcome {

        public Done(AppointmentDetails appointment) {
            this(appointment, false);
        }
    }

    /** Somebody changed the appointment after the caller read it; {@code current} is how it is. */
    record Stale(AppointmentDetails current) implements AppointmentOutcome {}

    /** The time could not be had, or the change not made; nothing was changed. */
    sealed interface Not extends AppointmentOutcome, HoldOutcome {}

    /** A rule forbids it. */
    record Refused(Refusal refusal) implements Not {}

    /**
     * Somebody else has the time; {@code nearest} are the closest free ones, closest first. To
     * staff {@code heldUntil} says that only a visitor's unfinished form has it, and until when,
     * and {@code rules} what they may set aside; to others nothing.
     */
    record Taken(List<Slot> nearest, @Nullable Instant heldUntil, List<BrokenRule> rules)
            implements Not {}

    /** The caller's hold had ended and somebody else took its time; {@code nearest} as above. */
    record Gone(List<Slot> nearest) implements Not {}

    /**
     * The caller's own hold became this appointment before; it stands as it is, and nothing was
     * booked.
     */
    record Already(AppointmentDetails current) implements Not {}

    /** The appointment, for callers to whom a refusal is a fault, such as demo data and tests. */
    default AppointmentDetails orThrow() {
        if (this instanceof Done done) {
            return done.appointment();
        }
        throw new IllegalStateException("not done: " + this);
    }
}
