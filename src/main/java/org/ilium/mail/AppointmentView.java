package org.ilium.mail;

import java.time.ZoneId;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.When;
import org.jspecify.annotations.Nullable;

/**
 * An appointment in a person's own zone, in words; {@code link} is null when nothing is left to do.
 */
record AppointmentView(
        String heading,
        String lead,
        String name,
        String day,
        String time,
        String zone,
        String practitioner,
        String how,
        @Nullable String link) {

    static AppointmentView of(
            String heading,
            String lead,
            AppointmentInfo appointment,
            ZoneId zone,
            @Nullable String link) {
        When start = new When(appointment.time().start(), zone);
        When end = new When(appointment.time().end(), zone);
        return new AppointmentView(
                heading,
                lead,
                HeaderText.oneLine(appointment.contactName()),
                start.dateWithYear(),
                start.time() + " to " + end.time(),
                start.zoneLong(),
                HeaderText.oneLine(appointment.practitionerName()),
                how(appointment.mode()),
                link);
    }

    private static String how(String mode) {
        return switch (mode) {
            case "phone" -> "By phone. We will call you.";
            case "video" -> "By video. We will send you the way in.";
            default -> "In person, at our place.";
        };
    }
}
