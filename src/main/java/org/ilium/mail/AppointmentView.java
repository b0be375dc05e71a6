package org.ilium.mail;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ilium.booking.AppointmentInfo;
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

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzzz", Locale.US);

    static AppointmentView of(
            String heading,
            String lead,
            AppointmentInfo appointment,
            ZoneId zone,
            @Nullable String link) {
        ZonedDateTime start = appointment.time().start().atZone(zone);
        ZonedDateTime end = appointment.time().end().atZone(zone);
        return new AppointmentView(
                heading,
                lead,
                MailAddress.oneLine(appointment.contactName()),
                DAY.format(start),
                TIME.format(start) + " to " + TIME.format(end),
                ZONE.format(start),
                MailAddress.oneLine(appointment.practitionerName()),
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
