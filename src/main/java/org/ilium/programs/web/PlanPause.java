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
        @Schema(description = "What to do at once, when what she reported cannot wait")
                @Nullable String urgent,
        @Schema(description = "Whom to call then: 911 or 988") @Nullable String number) {

    private static final String AMBULANCE = "911";
    private static final String LIFELINE = "988";

    static PlanPause of(PlanHold hold) {
        return switch (hold) {
            case PAUSED -> paused(hold, null, null);
            case PAUSED_IN_EMERGENCY ->
                    paused(
                            hold,
                            "This can be serious. If you have it now, call 911, or let somebody"
                                    + " take you to an emergency room.",
                            AMBULANCE);
            case PAUSED_IN_DISTRESS ->
                    paused(
                            hold,
                            "Do you think about hurting yourself or someone else, or do you not"
                                    + " want to live? Call or text 988 now. Someone answers day"
                                    + " and night. If you are in danger now, call 911.",
                            LIFELINE);
            case RESTING ->
                    new PlanPause(
                            "Your plan is being changed",
                            hold.toHer().reason(),
                            "Call us whenever you want to talk. If you feel unwell, call your"
                                    + " doctor. In an emergency, call your local emergency"
                                    + " number.",
                            null,
                            null);
        };
    }

    private static PlanPause paused(
            PlanHold hold, @Nullable String urgent, @Nullable String number) {
        return new PlanPause(
                "Please pause this plan",
                hold.toHer().reason(),
                "Does it get worse, or have you not been seen yet? Call your doctor now."
                        + " In an emergency, call your local emergency number.",
                urgent,
                number);
    }

    /** Whether it can be written to as well. */
    public boolean takesText() {
        return LIFELINE.equals(number);
    }
}
