package org.ilium.booking;

import java.util.Set;

/**
 * An appointment was booked, by the public or the desk. Fired inside the transaction that made it
 * so, with the appointment as that one wrote it, so that no listener need read it again. {@code
 * setAside} are the rules that it breaks on purpose.
 */
public record AppointmentBooked(AppointmentInfo appointment, Set<BookingRule> setAside) {}
