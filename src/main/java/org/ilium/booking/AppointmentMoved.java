package org.ilium.booking;

import java.util.UUID;
import org.ilium.shared.Interval;

/**
 * A booked appointment got another time or practitioner. Fired inside the transaction that made it
 * so.
 */
public record AppointmentMoved(UUID appointmentId, Interval previousTime) {}
