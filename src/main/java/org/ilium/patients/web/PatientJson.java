package org.ilium.patients.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.PlanDelivery;
import org.jspecify.annotations.Nullable;

/** A patient as JSON shows her; {@code zone} null for the clinic's. */
@Schema(name = "Patient")
record PatientJson(
        UUID id,
        String givenName,
        @Schema(description = "Empty when she has one name only") String familyName,
        @Nullable LocalDate birthDate,
        @Schema(description = PHONE) @Nullable String phone,
        @Nullable String email,
        @Nullable String zone,
        @Schema(description = "Her wish; after a loss she is not asked, whatever it says")
                boolean reviewAsks,
        @Nullable String note,
        @Schema(implementation = PlanDelivery.class) String planDelivery,
        @Schema(description = "What she was called before, oldest first") List<String> formerNames,
        int version) {

    static final String PHONE = "In E.164, such as +12025550143 or +12025550143;ext=5";

    static PatientJson of(PatientInfo patient) {
        return new PatientJson(
                patient.id(),
                patient.givenName(),
                patient.familyName(),
                patient.birthDate(),
                patient.phone(),
                patient.email(),
                patient.zone() == null ? null : patient.zone().getId(),
                patient.reviewAsks(),
                patient.note(),
                patient.planDelivery().code(),
                patient.formerNames(),
                patient.version());
    }

    /** What the search knows of one who was found. */
    @Schema(name = "FoundPatient")
    record Found(
            UUID id,
            String name,
            List<String> formerNames,
            @Nullable LocalDate birthDate,
            @Nullable String phone,
            @Nullable String weeks) {}

    @Schema(name = "FoundPatients")
    record FoundList(
            List<Found> patients,
            @Schema(description = "Others match too: ask for more letters") boolean more) {}

    /** One who may be the same person, and what the two share. */
    @Schema(name = "LikelyDuplicate")
    record Candidate(
            UUID id,
            String name,
            List<String> formerNames,
            @Nullable LocalDate birthDate,
            @Nullable String phone,
            List<String> alike) {}
}
