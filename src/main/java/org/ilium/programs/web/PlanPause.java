package org.ilium.programs.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.programs.PlanHold;

/** What she is told while her plan is held. */
@Schema(name = "PlanPause")
record PlanPause(String title, String why, String ifWorse) {

    static PlanPause of(PlanHold hold) {
        return switch (hold) {
            case PAUSED ->
                    new PlanPause(
                            "Please pause this plan",
                            hold.toHer().reason(),
                            "Does it get worse, or have you not been seen yet? Call your doctor or"
                                    + " midwife now. In an emergency, call your local emergency"
                                    + " number.");
            case RESTING ->
                    new PlanPause(
                            "Your plan is being changed",
                            hold.toHer().reason(),
                            "Call us whenever you want to talk. If you feel unwell, call your"
                                    + " doctor. In an emergency, call your local emergency"
                                    + " number.");
        };
    }
}
