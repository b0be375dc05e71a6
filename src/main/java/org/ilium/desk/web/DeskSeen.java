package org.ilium.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.desk.DeskWords;
import org.jspecify.annotations.Nullable;

/**
 * What a form's sender saw of an appointment, carried in the form so that a refusal can say what
 * has changed since. Only the words of that refusal depend on it.
 */
final class DeskSeen {

    private static final String NOBODY = "none";

    private DeskSeen() {}

    static String of(AppointmentDetails seen) {
        return String.join(
                "~",
                seen.status().code(),
                seen.info().time().start().toString(),
                seen.info().practitionerId().toString(),
                patient(seen));
    }

    /** A sentence for each difference; one that says little when the form carried nothing. */
    static List<String> changes(
            @Nullable String seen, AppointmentDetails now, ZoneId zone, LocalDate today) {
        List<String> changes = new ArrayList<>();
        String[] parts = seen == null ? new String[0] : seen.split("~");
        if (parts.length == 4) {
            status(parts[0], now, changes);
            time(parts[1], now, zone, today, changes);
            if (!parts[2].equals(now.info().practitionerId().toString())) {
                changes.add("It is now with " + now.info().practitionerName() + ".");
            }
            if (!parts[3].equals(patient(now))) {
                changes.add(
                        now.patientName() == null
                                ? "Its chart was taken away."
                                : "It was linked to the chart of " + now.patientName() + ".");
            }
        }
        return changes.isEmpty() ? List.of("Its note or contact was changed.") : changes;
    }

    private static void status(String code, AppointmentDetails now, List<String> changes) {
        if (code.equals(now.status().code())) {
            return;
        }
        try {
            String before = AppointmentStatus.of(code).label();
            changes.add("It was “" + before + "” and is now “" + now.status().label() + "”.");
        } catch (IllegalArgumentException e) {
            changes.add("It is now “" + now.status().label() + "”.");
        }
    }

    private static void time(
            String start,
            AppointmentDetails now,
            ZoneId zone,
            LocalDate today,
            List<String> changes) {
        Instant starts = now.info().time().start();
        try {
            Instant before = Instant.parse(start);
            if (!before.equals(starts)) {
                changes.add(
                        "It was moved from "
                                + DeskWords.dateAndTime(before, zone, today)
                                + " to "
                                + DeskWords.dateAndTime(starts, zone, today)
                                + ".");
            }
        } catch (DateTimeException e) {
            changes.add("It now begins " + DeskWords.dateAndTime(starts, zone, today) + ".");
        }
    }

    private static String patient(AppointmentDetails seen) {
        return seen.info().patientId() == null ? NOBODY : seen.info().patientId().toString();
    }
}
