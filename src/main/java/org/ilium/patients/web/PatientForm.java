package org.ilium.patients.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.web.FieldErrors;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the form about who she is and how to reach her; empty text when not given. */
record PatientForm(
        @RestForm String givenName,
        @RestForm String familyName,
        @RestForm String birthDate,
        @RestForm String phone,
        @RestForm String email,
        @RestForm String zone,
        @RestForm String reviewAsks,
        @RestForm String note) {

    private static final String TICKED = "yes";

    PatientForm {
        givenName = Typed.text(givenName);
        familyName = Typed.text(familyName);
        birthDate = Typed.text(birthDate);
        phone = Typed.text(phone);
        email = Typed.text(email);
        zone = Typed.text(zone);
        reviewAsks = Typed.text(reviewAsks);
        note = Typed.text(note);
    }

    static PatientForm empty() {
        return new PatientForm("", "", "", "", "", "", TICKED, "");
    }

    static PatientForm of(PatientInfo patient) {
        return new PatientForm(
                patient.givenName(),
                patient.familyName(),
                Typed.text(patient.birthDate()),
                patient.phone() == null ? "" : PhoneNumbers.typed(patient.phone()),
                Typed.text(patient.email()),
                Typed.text(patient.zone()),
                patient.reviewAsks() ? TICKED : "",
                Typed.text(patient.note()));
    }

    /** By the names of the fields. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("givenName", givenName);
        values.put("familyName", familyName);
        values.put("birthDate", birthDate);
        values.put("phone", phone);
        values.put("email", email);
        values.put("zone", zone);
        values.put("reviewAsks", reviewAsks);
        values.put("note", note);
        return values;
    }

    static PatientForm of(Map<String, String> values) {
        return new PatientForm(
                values.getOrDefault("givenName", ""),
                values.getOrDefault("familyName", ""),
                values.getOrDefault("birthDate", ""),
                values.getOrDefault("phone", ""),
                values.getOrDefault("email", ""),
                values.getOrDefault("zone", ""),
                values.getOrDefault("reviewAsks", ""),
                values.getOrDefault("note", ""));
    }

    public boolean asked() {
        return reviewAsks.equals(TICKED);
    }

    PatientEntry entry(FieldErrors errors) {
        return new PatientEntry(
                givenName,
                familyName,
                Typed.date(errors, "birthDate", birthDate),
                phone,
                email,
                zone,
                asked(),
                note.replace("\r\n", "\n"));
    }
}
