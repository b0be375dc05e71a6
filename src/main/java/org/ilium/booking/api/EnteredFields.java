package org.ilium.booking.api;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.BookingRule;
import org.ilium.booking.Contact;
import org.ilium.booking.VisitReason;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.shared.EmailAddress;
import org.ilium.shared.TypedText;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Turns what was typed or sent into what the module works with, naming each field that is off. */
@Singleton
public class EnteredFields {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NOTE = 4000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final int MOST_WEEKS_PREGNANT = 43;
    private static final int MOST_WEEKS_SINCE_BIRTH = 520;

    private final PhoneNumbers phones;

    EnteredFields(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** Meaningful only while {@code errors} stay empty. */
    public Contact contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            boolean emailNeeded,
            FieldErrors errors) {
        String called = name == null ? "" : TypedText.line(name);
        if (!TypedText.isName(called)) {
            errors.add("name", "Please tell us your name.");
        } else if (called.length() > LONGEST_NAME || !TypedText.isLine(called)) {
            errors.add("name", "Please use at most 120 letters, on one line.");
        }
        return new Contact(called, phone(phone, errors), email(email, emailNeeded, errors));
    }

    private @Nullable String phone(@Nullable String typed, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            errors.add("phone", "Please give a phone number, so we can call you.");
            return null;
        }
        return phones.e164(typed.strip())
                .orElseGet(
                        () -> {
                            errors.add(
                                    "phone",
                                    "We cannot call this number. Please check it, area code too.");
                            return null;
                        });
    }

    private @Nullable String email(@Nullable String typed, boolean needed, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            if (needed) {
                errors.add("email", "Please give an email, so we can send you the details.");
            }
            return null;
        }
        String address = typed.replaceAll("^ +| +$", "");
        EmailAddress.fault(address).ifPresent(fault -> errors.add("email", fault));
        return address;
    }

    public VisitReason reason(
            @Nullable String stage,
            @Nullable String weeks,
            @Nullable String reason,
            FieldErrors errors) {
        Stage where = null;
        if (stage != null && given(stage)) {
            where = Coded.find(Stage.class, stage).orElse(null);
            if (where == null) {
                errors.add("stage", "Please pick one of the three.");
            }
        }
        Integer counted = null;
        if (where == Stage.PREGNANT || where == Stage.POSTPARTUM) {
            counted = weeks(where, weeks, errors);
        } else if (where == Stage.NEITHER && weeks != null && given(weeks)) {
            errors.add(
                    "weeks",
                    "Please leave this empty if neither is true. You can tell us more below.");
        }
        return new VisitReason(where, counted, text("reason", reason, LONGEST_REASON, errors));
    }

    private static @Nullable Integer weeks(
            Stage stage, @Nullable String typed, FieldErrors errors) {
        int most = stage == Stage.PREGNANT ? MOST_WEEKS_PREGNANT : MOST_WEEKS_SINCE_BIRTH;
        if (typed != null && typed.strip().matches("\\d{1,3}")) {
            int weeks = Integer.parseInt(typed.strip());
            if (weeks <= most) {
                return weeks;
            }
        }
        errors.add("weeks", "Please give a whole number from 0 to " + most + ".");
        return null;
    }

    @Nullable String note(@Nullable String note, FieldErrors errors) {
        return text("note", note, LONGEST_NOTE, errors);
    }

    private static @Nullable String text(
            String field, @Nullable String typed, int longest, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = TypedText.lines(typed).strip();
        if (text.length() > longest) {
            errors.add(field, "Please use at most " + longest + " characters.");
        } else if (!TypedText.isText(text)) {
            errors.add(field, "Please use plain text.");
        }
        return text;
    }

    /**
     * The rules that staff set aside: by their codes, or by the two words that are short for some.
     */
    Set<BookingRule> setAside(
            @Nullable List<@Nullable String> codes,
            @Nullable Boolean overlap,
            @Nullable Boolean beyondHorizon,
            FieldErrors errors) {
        Set<BookingRule> rules = EnumSet.noneOf(BookingRule.class);
        if (Boolean.TRUE.equals(overlap)) {
            rules.addAll(BookingRule.OVERLAP);
        }
        if (Boolean.TRUE.equals(beyondHorizon)) {
            rules.add(BookingRule.HORIZON);
        }
        for (String code : codes == null ? List.<@Nullable String>of() : codes) {
            Coded.find(BookingRule.class, code == null ? "" : code)
                    .filter(BookingRule::mayBeSetAside)
                    .ifPresentOrElse(
                            rules::add,
                            () ->
                                    errors.add(
                                            "setAside",
                                            "Only of "
                                                    + String.join(", ", BookingRule.settableAside())
                                                    + "."));
        }
        return rules;
    }

    /** A zone from the list everybody has; null when none was given. */
    public @Nullable ZoneId zone(@Nullable String id, FieldErrors errors) {
        if (!given(id)) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            errors.add("zone", "We do not know this time zone.");
            return null;
        }
        return ZoneId.of(id);
    }

    /** With an offset, or local to the zone; one the clocks skip does not exist. */
    public @Nullable Instant start(
            String field, @Nullable String typed, ZoneId zone, FieldErrors errors) {
        if (typed == null || !given(typed)) {
            errors.add(field, "Say when, such as 2030-06-04T10:00:00-05:00.");
            return null;
        }
        Instant start;
        try {
            start = OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            start = local(field, typed, zone, errors);
        }
        if (start != null && !isReckonable(start)) {
            errors.add(field, "This is no date and time, such as 2030-06-04T10:00:00-05:00.");
            return null;
        }
        if (start != null && !start.truncatedTo(ChronoUnit.MINUTES).equals(start)) {
            errors.add(field, "Say a whole minute, without seconds.");
            return null;
        }
        return start;
    }

    /** Far beyond it calendars and the database no longer count. */
    public static boolean isReckonable(Instant start) {
        return start.isAfter(EARLIEST) && start.isBefore(LATEST);
    }

    private static @Nullable Instant local(
            String field, String typed, ZoneId zone, FieldErrors errors) {
        try {
            LocalDateTime local = LocalDateTime.parse(typed);
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                errors.add(field, "The clocks go forward then: that time does not exist.");
                return null;
            }
            return local.toInstant(offsets.get(0));
        } catch (DateTimeException e) {
            errors.add(field, "This is no date and time, such as 2030-06-04T10:00:00-05:00.");
            return null;
        }
    }

    public @Nullable LocalDate date(String field, @Nullable String typed, FieldErrors errors) {
        try {
            LocalDate date = LocalDate.parse(typed == null ? "" : typed);
            if (date.getYear() >= 1900 && date.getYear() <= 9000) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below
        }
        errors.add(field, "This is no date, such as 2030-06-04.");
        return null;
    }

    public @Nullable UUID id(String field, @Nullable String typed, FieldErrors errors) {
        try {
            return UUID.fromString(typed == null ? "" : typed);
        } catch (IllegalArgumentException e) {
            errors.add(field, "This is no id of ours.");
            return null;
        }
    }

    public static boolean given(@Nullable String typed) {
        return typed != null && !typed.isBlank();
    }
}
