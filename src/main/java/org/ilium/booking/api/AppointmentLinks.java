package org.ilium.booking.api;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.booking.AppointmentDetails;

/** Links to appointments for those who booked them. */
@Singleton
public class AppointmentLinks {

    /** How long after the visit the link still tells when it was. */
    private static final Duration AFTER = Duration.ofDays(30);

    private final PatientLinks links;
    private final Clock clock;

    AppointmentLinks(PatientLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    public String mint(AppointmentDetails appointment) {
        Duration until = Duration.between(clock.instant(), appointment.info().time().end());
        return links.mint(LinkKind.APPOINTMENT, appointment.id(), until.plus(AFTER));
    }
}
