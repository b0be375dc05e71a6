package org.ilium.patients;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient as other modules see her; {@code phone} in E.164 and RFC 3966's extension, {@code zone}
 * null for the clinic's, {@code note} is the desk's own and never shown to her. One name only is
 * the given one, with an empty family name; {@code formerNames} are whole names, oldest first.
 */
public record PatientInfo(
        UUID id,
        String givenName,
        String familyName,
        @Nullable LocalDate birthDate,
        @Nullable String phone,
        @Nullable String email,
        @Nullable ZoneId zone,
        PlanDelivery planDelivery,
        boolean reviewAsks,
        @Nullable String note,
        List<String> formerNames,
        int version) {

    public String fullName() {
        return fullName(givenName, familyName);
    }

    static String fullName(String givenName, String familyName) {
        return familyName.isEmpty() ? givenName : givenName + " " + familyName;
    }
}
