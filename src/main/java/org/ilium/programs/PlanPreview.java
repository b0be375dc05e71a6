package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.ilium.messages.Letter;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PlanDelivery;
import org.ilium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What a mailbox will show when a program is sent, by the patient's choice of today. */
@ApplicationScoped
public class PlanPreview {

    private final Sending sending;
    private final Programs programs;
    private final Patients patients;
    private final PlanLetters letters;

    PlanPreview(Sending sending, Programs programs, Patients patients, PlanLetters letters) {
        this.sending = sending;
        this.programs = programs;
        this.patients = patients;
        this.letters = letters;
    }

    /** {@code mail} is null when none would go, and {@code problem} then says why. */
    public record Preview(
            UUID patientId, String choice, @Nullable String problem, @Nullable Letter mail) {}

    /** Of the open draft, else of the version she has; empty when there is neither. */
    @Transactional
    public Optional<Preview> of(UUID programId) {
        return sending.preview(programId)
                .or(() -> programs.currentPlan(programId))
                .flatMap(
                        plan ->
                                patients.find(plan.patientId())
                                        .map(patient -> preview(plan, patient)));
    }

    private Preview preview(Plan plan, PatientInfo patient) {
        PlanDelivery delivery = PlanLetters.delivery(plan, patient);
        String choice = delivery.label();
        if (delivery == PlanDelivery.PRINT_ONLY) {
            return new Preview(
                    patient.id(),
                    choice,
                    "No mail goes out. The desk is asked to print the plan.",
                    null);
        }
        Optional<String> to = EmailAddress.forRelay(patient.email());
        if (to.isEmpty()) {
            return new Preview(
                    patient.id(),
                    choice,
                    "Her chart has no email address. The desk will be asked to tell her.",
                    null);
        }
        Letter letter =
                letters.letter(
                        new UUID(0, 0), to.get(), plan, patient, delivery, "made-when-it-is-sent");
        return new Preview(patient.id(), choice, null, letter);
    }
}
