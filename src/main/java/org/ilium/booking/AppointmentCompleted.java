package org.ilium.booking;

import java.util.UUID;

/** A visit was completed by its practitioner. Fired inside the transaction that made it so. */
public record AppointmentCompleted(UUID appointmentId) {}
