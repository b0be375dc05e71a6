package org.ilium.booking.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.schedule.Appointments.Cursor;
import org.ilium.web.FieldErrors;

/** Where a page of appointments ended, as an opaque word. */
final class PageCursor {

    private PageCursor() {}

    static String after(AppointmentDetails last) {
        String place = last.info().time().start() + "~" + last.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String cursor, FieldErrors errors) {
        if (cursor.isEmpty()) {
            return Cursor.BEGINNING;
        }
        try {
            String place =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = place.split("~", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            errors.add("cursor", "is not one we gave");
            return Cursor.BEGINNING;
        }
    }
}
