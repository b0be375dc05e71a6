package org.ilium.desk.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ilium.booking.AppointmentInfo;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.ilium.web.FieldErrors;

/** What stands in the form for a new patient; {@code duplicates} are who she may be already. */
record DeskNewPatient(
        String givenName,
        String familyName,
        String birthDate,
        String phone,
        String email,
        List<DeskCaller> duplicates) {

    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");

    /** Prefilled with what was typed to find her: digits are a phone number, words her name. */
    static DeskNewPatient typed(String typed) {
        Matcher address = EMAIL.matcher(typed);
        String email = address.find() ? address.group() : "";
        String query = address.replaceAll(" ");
        String digits = query.replaceAll("\\D", "");
        String phone = digits.length() >= 5 ? query.replaceAll("[^0-9+() .-]", "").strip() : "";
        String name = query.replaceAll("[^\\p{L}\\p{M}'’ʻʼ -]", " ").replaceAll("[ -]{2,}", " ");
        return named(name, phone, email);
    }

    static DeskNewPatient of(AppointmentInfo booked) {
        return named(
                booked.contactName(),
                booked.contactPhone() == null ? "" : PhoneNumbers.typed(booked.contactPhone()),
                booked.contactEmail() == null ? "" : booked.contactEmail());
    }

    private static DeskNewPatient named(String name, String phone, String email) {
        String whole = name.strip();
        int space = whole.lastIndexOf(' ');
        return new DeskNewPatient(
                space < 0 ? whole : whole.substring(0, space),
                space < 0 ? "" : whole.substring(space + 1),
                "",
                phone,
                email,
                List.of());
    }

    DeskNewPatient with(LikelyDuplicates found) {
        return new DeskNewPatient(
                givenName,
                familyName,
                birthDate,
                phone,
                email,
                found.candidates().stream().map(DeskCaller::of).toList());
    }

    /** Adds to the errors when the birth date is no date. */
    PatientEntry entry(FieldErrors errors) {
        LocalDate born = null;
        if (!birthDate.isBlank()) {
            try {
                born = LocalDate.parse(birthDate.strip());
            } catch (DateTimeException e) {
                errors.add("birthDate", "Enter a date such as 1990-03-31");
            }
        }
        return PatientEntry.of(givenName, familyName, born, phone, email);
    }
}
