package org.ilium.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.shared.pregnancy.Coded;
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

    String value() {
        return value(practitionerId, start);
    }

    /** What one press says: this time, and each rule it breaks that was shown. */
    static String setAside(String value, List<BrokenRule> shown) {
        return shown.stream()
                .map(b -> b.rule().code())
                .collect(Collectors.joining("~", value + "~", ""));
    }

    /** The rules that were shown for this very time and set aside; none for another time. */
    Set<BookingRule> setAside(@Nullable String sent) {
        Set<BookingRule> rules = EnumSet.noneOf(BookingRule.class);
        String[] parts = sent == null ? new String[] {""} : sent.split("~");
        if (parts[0].equals(value())) {
            for (String code : parts) {
                Coded.find(BookingRule.class, code)
                        .filter(BookingRule::mayBeSetAside)
                        .ifPresent(rules::add);
            }
        }
        return rules;
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
