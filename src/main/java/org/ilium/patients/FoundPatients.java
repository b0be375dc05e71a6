package org.ilium.patients;

import java.util.List;

/** Who was found, best first, ten at most; {@code more} says whether others match too. */
public record FoundPatients(List<PatientInfo> patients, boolean more) {

    /** How many, as the desk reads it above or below them. */
    public String summary() {
        if (more) {
            return "First " + patients.size() + " of more. Type more letters.";
        }
        return switch (patients.size()) {
            case 0 -> "No patient found.";
            case 1 -> "1 patient found.";
            default -> patients.size() + " patients found.";
        };
    }
}
