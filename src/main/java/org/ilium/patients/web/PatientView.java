package org.ilium.patients.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient as pages name her, everything ready to read; null for what is not recorded, {@code
 * formerNames} empty when there are none.
 */
record PatientView(
        UUID id,
        String name,
        String formerNames,
        @Nullable String birthDate,
        @Nullable String age,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String weeks,
        boolean current) {

    public String facts() {
        if (birthDate == null) {
            return "Date of birth not recorded";
        }
        return age == null ? birthDate : birthDate + " · " + age;
    }
}
