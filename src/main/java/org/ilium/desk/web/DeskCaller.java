package org.ilium.desk.web;

import java.util.List;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.desk.DeskWords;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Registration;
import org.jspecify.annotations.Nullable;

/** A patient as the desk tells her from another; {@code alike} says why she may be the same. */
record DeskCaller(
        String id,
        String name,
        String formerNames,
        @Nullable String birthDate,
        @Nullable String phone,
        @Nullable String email,
        List<String> alike) {

    static DeskCaller of(PatientInfo patient) {
        return of(patient, List.of());
    }

    static DeskCaller of(Registration.Duplicate duplicate) {
        return of(duplicate.patient(), duplicate.alike());
    }

    private static DeskCaller of(PatientInfo patient, List<String> alike) {
        String phone = patient.phone();
        return new DeskCaller(
                patient.id().toString(),
                patient.fullName(),
                String.join(", ", patient.formerNames()),
                DeskWords.birthDate(patient.birthDate()),
                phone == null ? null : PhoneNumbers.shown(phone),
                patient.email(),
                alike);
    }
}
