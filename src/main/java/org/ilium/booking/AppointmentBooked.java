package org.ilium.booking;

/**
 * An appointment was booked, by the public or the desk. Fired inside the transaction that made it
 * so, with the appointment as that one wrote it, so that no listener need read it again.
 */
public record AppointmentBooked(AppointmentInfo appointment) {}
