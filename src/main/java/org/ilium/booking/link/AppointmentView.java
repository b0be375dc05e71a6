package org.ilium.booking.link;

import org.ilium.booking.VisitTime;

/**
 * An appointment as its link shows it: no name, no reason, of the phone number the last digits.
 * {@code state} is booked, cancelled or over; {@code changeable} says whether she may still move or
 * cancel it here, {@code cancelledByClinic} whom we owe a word.
 */
public record AppointmentView(
        String token,
        int version,
        String state,
        String service,
        String mode,
        String practitioner,
        int minutes,
        VisitTime time,
        String phoneEnd,
        boolean changeable,
        boolean cancelledByClinic) {}
