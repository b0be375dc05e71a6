package org.ilium.booking;

import java.util.UUID;

/**
 * The links to an appointment to come were closed, for they had gone to an address that is not hers
 * any more. Fired inside the transaction that closed them.
 */
public record AppointmentLinksClosed(UUID appointmentId) {}
