package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.shared.EmailAddress;
import org.ilium.shared.TypedText;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Checks what was entered about a patient and brings it into the form it is stored in. */
@Singleton
class EntryCheck {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 4000;
    private static final int OLDEST_YEARS = 120;

    private final PhoneNumbers phones;

    EntryCheck(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** The entry in stored form; meaningful only when {@code errors} stayed empty. */
    PatientEntry check(PatientEntry typed, LocalDate today, FieldErrors errors) {
        birthDate(typed.birthDate(), today, errors);
        String given = name("givenName", typed.givenName(), errors);
        String family = name("familyName", typed.familyName(), errors);
        if (given.isEmpty() && family.isEmpty()) {
            errors.add("givenName", "Enter a name");
        }
        // one name only is what she is called by
        boolean isOneName = given.isEmpty();
        return new PatientEntry(
                isOneName ? family : given,
                isOneName ? "" : family,
                typed.birthDate(),
                phone(typed.phone(), errors),
                email(typed.email(), errors),
                zone(typed.zone(), errors),
                typed.reviewAsks(),
                note(typed.note(), errors));
    }

    private static String name(String field, @Nullable String typed, FieldErrors errors) {
        String name = typed == null ? "" : TypedText.line(typed);
        if (!name.isEmpty() && !TypedText.isName(name)) {
            errors.add(field, "Enter a name");
        } else if (name.length() > LONGEST_NAME) {
            errors.add(field, "Use at most " + LONGEST_NAME + " characters");
        } else if (!TypedText.isLine(name)) {
            errors.add(field, "Keep the name on one line");
        }
        return name;
    }

    private static void birthDate(@Nullable LocalDate date, LocalDate today, FieldErrors errors) {
        if (date == null) {
            return;
        }
        if (date.isAfter(today)) {
            errors.add("birthDate", "The date of birth is in the future");
        } else if (date.isBefore(today.minusYears(OLDEST_YEARS))) {
            errors.add("birthDate", "That is more than " + OLDEST_YEARS + " years ago");
        }
    }

    private @Nullable String phone(@Nullable String typed, FieldErrors errors) {
        String number = given(typed);
        if (number == null) {
            return null;
        }
        return phones.e164(number)
                .orElseGet(
                        () -> {
                            errors.add("phone", "This is no phone number we can dial");
                            return null;
                        });
    }

    private @Nullable String email(@Nullable String typed, FieldErrors errors) {
        String address = given(typed);
        if (address != null) {
            EmailAddress.fault(address).ifPresent(fault -> errors.add("email", fault));
        }
        return address;
    }

    private static @Nullable String zone(@Nullable String typed, FieldErrors errors) {
        String zone = given(typed);
        // an offset is no place: it would be an hour off after the next change of the clocks
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.add("zone", "We do not know this time zone");
        }
        return zone;
    }

    private static @Nullable String note(@Nullable String typed, FieldErrors errors) {
        String note = typed == null ? null : given(TypedText.lines(typed));
        if (note != null && note.length() > LONGEST_NOTE) {
            errors.add("note", "Use at most " + LONGEST_NOTE + " characters");
        } else if (note != null && !TypedText.isText(note)) {
            errors.add("note", "Use plain text");
        }
        return note;
    }

    /** Spaces around it fall away, line breaks do not: in an address they are an attack. */
    private static @Nullable String given(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return typed.replaceAll("^ +| +$", "");
    }

    static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
