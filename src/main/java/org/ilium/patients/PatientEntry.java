package org.ilium.patients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the desk enters about a patient, as typed: checked and brought into form by {@link
 * Patients}. Empty text counts as not given; {@code zone} is an IANA name, null for the clinic's. A
 * patient with one name only has it in either field.
 */
public record PatientEntry(
        String givenName,
        String familyName,
        @Nullable LocalDate birthDate,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String zone,
        boolean reviewAsks,
        @Nullable String note) {

    String fullName() {
        return PatientInfo.fullName(givenName, familyName);
    }

    /** One who is registered with a name and ways to reach her, and asked for reviews like all. */
    public static PatientEntry of(
            String givenName,
            String familyName,
            @Nullable LocalDate birthDate,
            @Nullable String phone,
            @Nullable String email) {
        return new PatientEntry(givenName, familyName, birthDate, phone, email, null, true, null);
    }
}
