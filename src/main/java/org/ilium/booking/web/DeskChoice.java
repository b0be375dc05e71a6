package org.ilium.booking.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** The practitioner and start that a form's sender picked or typed. */
record DeskChoice(UUID practitionerId, Instant start) {

    private static final String TYPED = "other";

    /** What a form about a free time sends. */
    record Sent(
            @Nullable String slot,
            @Nullable String otherPractitioner,
            @Nullable String otherDate,
            @Nullable String otherTime) {}

    static String value(UUID practitionerId, Instant start) {
        return practitionerId + "@" + start;
    }

    /** Whether that date was confirmed for a second visit. */
    boolean isOn(String confirmed, ZoneId zone) {
        return LocalDate.ofInstant(start, zone).toString().equals(confirmed);
    }

    /** Refuses with the field's name when nothing readable was picked. */
    static DeskChoice of(Sent sent, ZoneId zone) {
        String slot = sent.slot() == null ? "" : sent.slot();
        if (slot.equals(TYPED)) {
            return typed(sent, zone);
        }
        int at = slot.indexOf('@');
        try {
            return new DeskChoice(
                    UUID.fromString(slot.substring(0, Math.max(0, at))),
                    Instant.parse(slot.substring(at + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused("slot", "Pick a time");
        }
    }

    private static DeskChoice typed(Sent sent, ZoneId zone) {
        UUID practitioner = DeskAnswers.id("otherPractitioner", sent.otherPractitioner());
        if (practitioner == null) {
            throw refused("otherPractitioner", "Pick a practitioner");
        }
        LocalDate date = BoardPage.date(sent.otherDate() == null ? "" : sent.otherDate());
        try {
            LocalDateTime local =
                    date.atTime(LocalTime.parse(sent.otherTime() == null ? "" : sent.otherTime()));
            if (zone.getRules().getValidOffsets(local).isEmpty()) {
                throw refused("otherTime", "The clocks skip that time on that date");
            }
            return new DeskChoice(practitioner, local.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw refused("otherTime", "Enter a time such as 14:30");
        }
    }

    private static RefusedException refused(String field, String message) {
        return RefusedException.of(new FieldErrors().add(field, message));
    }
}
