package org.ilium.booking;

import java.time.LocalDate;
import java.util.List;

/**
 * What a patient has on a day of the clinic's. {@code visits} may be one that was booked online
 * with her number and has no chart yet.
 */
public record SameDay(LocalDate date, List<AppointmentDetails> visits) {}
