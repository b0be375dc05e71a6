package org.ilium.programs.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.programs.PlanHold;
import org.jspecify.annotations.Nullable;

/** What she is told while her plan is held. */
@Schema(name = "PlanPause")
record PlanPause(
        String title,
        String why,
        String ifWorse,
        @Schema(description = "Whom to call, with 988, when she reported low mood")
                @Nullable String lifeline) {

    static PlanPause of(PlanHold hold) {
        return switch (hold) {
            case PAUSED -> paused(hold, null);
            case PAUSED_IN_DISTRESS ->
                    paused(
                            hold,
                            "Do you think about hurting yourself or someone else, or do you not"
                                    + " want to live? Call or text 988 now. Someone answers day"
                                    + " and night. If you are in danger now, call 911.");
            case RESTING ->
                    new PlanPause(
                            "Your plan is being changed",
                            hold.toHer().reason(),
                            "Call us whenever you want to talk. If you feel unwell, call your"
                                    + " doctor. In an emergency, call your local emergency"
                                    + " number.",
                            null);
        };
    }

    private static PlanPause paused(PlanHold hold, @Nullable String lifeline) {
        return new PlanPause(
                "Please pause this plan",
                hold.toHer().reason(),
                "Does it get worse, or have you not been seen yet? Call your doctor or midwife now."
                        + " In an emergency, call your local emergency number.",
                lifeline);
    }
}
