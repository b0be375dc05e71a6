package org.ilium.patients.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.PlanDelivery;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** Who she is and how to reach her, as a JSON body; {@code zone} null for the clinic's. */
@Schema(name = "PatientEntry")
record PatientBody(
        @Schema(description = "One of the two names is enough") @Nullable String givenName,
        @Nullable String familyName,
        @Nullable LocalDate birthDate,
        @Schema(description = "As people type it, an extension too") @Nullable String phone,
        @Nullable String email,
        @Nullable String zone,
        @Schema(defaultValue = "true") @Nullable Boolean reviewAsks,
        @Nullable String note,
        @Schema(
                        description = "A short notice with a link unless given",
                        implementation = PlanDelivery.class)
                @Nullable String planDelivery,
        @Schema(description = "For the full plan: she heard that email is not private")
                boolean warned,
        @Schema(description = "After likely-duplicate: whoever looked says she is somebody else")
                boolean confirmedNotDuplicate) {

    /** A merge patch, RFC 7396: what it leaves out stays, what it gives as null is emptied. */
    static PatientBody patched(PatientInfo now, ObjectNode patch, ObjectMapper json)
            throws JsonProcessingException {
        ObjectNode whole = json.valueToTree(of(now));
        whole.setAll(patch);
        return json.treeToValue(whole, PatientBody.class);
    }

    private static PatientBody of(PatientInfo patient) {
        return new PatientBody(
                patient.givenName(),
                patient.familyName(),
                patient.birthDate(),
                patient.phone(),
                patient.email(),
                patient.zone() == null ? null : patient.zone().getId(),
                patient.reviewAsks(),
                patient.note(),
                patient.planDelivery().code(),
                false,
                false);
    }

    PatientEntry entry() {
        return new PatientEntry(
                Typed.text(givenName),
                Typed.text(familyName),
                birthDate,
                phone,
                email,
                zone,
                reviewAsks == null || reviewAsks,
                note);
    }

    PlanDelivery delivery() {
        try {
            return PlanDelivery.of(Typed.text(planDelivery));
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(
                    new FieldErrors().add("planDelivery", "Choose one of those offered"));
        }
    }

    /** What is said in vain may be meant for another choice than the one that is saved. */
    void refuseNeedlessWarning(@Nullable PlanDelivery chosen) {
        if (warned && chosen != PlanDelivery.FULL_PLAN) {
            throw RefusedException.of(
                    new FieldErrors().add("warned", "Only with planDelivery full-plan"));
        }
    }

    /** Names no one: a body may end up in a message. */
    @Override
    public String toString() {
        return "PatientEntry";
    }
}
