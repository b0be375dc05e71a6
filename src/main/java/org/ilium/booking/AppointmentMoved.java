package org.ilium.booking;

import java.util.Set;
import java.util.UUID;
import org.ilium.shared.Interval;

/**
 * A booked appointment got another time or practitioner; {@code setAside} are the rules that it
 * breaks there on purpose. Fired inside the transaction that made it so.
 */
public record AppointmentMoved(
        UUID appointmentId, Interval previousTime, Set<BookingRule> setAside) {}
