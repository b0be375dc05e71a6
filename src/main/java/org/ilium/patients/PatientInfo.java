package org.ilium.patients;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient as other modules see her; {@code phone} in E.164, {@code zone} null for the clinic's,
 * {@code note} is the desk's own and never shown to her.
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
        int version) {

    public String fullName() {
        return givenName + " " + familyName;
    }
}
