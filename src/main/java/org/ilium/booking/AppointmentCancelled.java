package org.ilium.booking;

import java.util.UUID;

/**
 * An appointment was cancelled, by the patient or the clinic. Fired inside the transaction that
 * made it so.
 */
public record AppointmentCancelled(UUID appointmentId) {}
