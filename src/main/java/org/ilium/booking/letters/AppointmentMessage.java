package org.ilium.booking.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.ilium.messages.MessageKind;
import org.jspecify.annotations.Nullable;

/** What is told of an appointment. */
enum AppointmentMessage implements MessageKind {
    BOOKED("appointment-booked", "Appointment booked"),
    MOVED("appointment-moved", "Appointment moved"),
    CANCELLED("appointment-cancelled", "Appointment cancelled"),
    RESTORED("appointment-restored", "Appointment restored");

    /** Those that a cancellation makes needless. */
    static final Set<AppointmentMessage> OF_ONE_THAT_STANDS = EnumSet.of(BOOKED, MOVED, RESTORED);

    /** How long a change may wait that could have her come in vain, or not come, within a day. */
    static final Duration URGENT = Duration.ofSeconds(30);

    private static final Duration SOON = Duration.ofHours(24);

    private final String code;
    private final String label;

    AppointmentMessage(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Duration patience(Instant queued, @Nullable Instant visit) {
        boolean soon = visit != null && Duration.between(queued, visit).compareTo(SOON) <= 0;
        return this != BOOKED && soon ? URGENT : MessageKind.super.patience(queued, visit);
    }
}
