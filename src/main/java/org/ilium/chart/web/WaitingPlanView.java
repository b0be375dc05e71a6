package org.ilium.chart.web;

import io.quarkus.qute.TemplateData;
import java.util.UUID;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.patients.PatientInfo;
import org.ilium.programs.PlanHold;
import org.ilium.programs.WaitingPlan;
import org.jspecify.annotations.Nullable;

/** A sent plan that waits for its therapist, as My day shows it. */
@TemplateData
record WaitingPlanView(
        UUID patientId,
        String name,
        @Nullable String phone,
        @Nullable String phoneShown,
        UUID programId,
        String title,
        String why,
        boolean urgent) {

    static WaitingPlanView of(WaitingPlan plan, @Nullable PatientInfo patient) {
        String phone = patient == null ? null : patient.phone();
        return new WaitingPlanView(
                plan.patientId(),
                patient == null ? "" : patient.fullName(),
                phone,
                phone == null ? null : PhoneNumbers.shown(phone),
                plan.programId(),
                plan.title(),
                why(plan),
                plan.isUrgent());
    }

    private static String why(WaitingPlan plan) {
        PlanHold hold = plan.hold();
        if (hold == null) {
            return plan.blocked()
                    ? "Her chart has changed, and part of this plan does not fit her any more. She still follows it: change it, or close its links."
                    : "What she said when booking does not fit her chart. Ask her, and put right what is wrong.";
        }
        return switch (hold) {
            case RESTING ->
                    "Written for a pregnancy that is over. Her page says that you are changing it: send a new version, or close its links.";
            case PAUSED ->
                    "Paused: a stop sign stands. Talk with her, then clear the sign or change the plan.";
            case PAUSED_IN_EMERGENCY ->
                    "Paused: a stop sign stands that needs care at once. Make sure that she has it.";
            case PAUSED_IN_DISTRESS -> "Paused: she told of low mood or of harm. Talk with her.";
        };
    }
}
