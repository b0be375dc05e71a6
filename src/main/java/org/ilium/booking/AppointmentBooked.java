package org.ilium.booking;

import java.util.UUID;

/**
 * An appointment was booked, by the public or the desk. Fired inside the transaction that made it
 * so.
 */
public record AppointmentBooked(UUID appointmentId) {}
