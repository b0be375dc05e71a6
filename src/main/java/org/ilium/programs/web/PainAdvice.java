package org.ilium.programs.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What she is told right after she told much pain; a draft for a licensed therapist to sign off.
 */
@Schema(name = "PainAdvice")
record PainAdvice(
        @Schema(description = "First of all") String title,
        @Schema(description = "What to do, in this order") List<String> now,
        @Schema(description = "When to call 911") String ifSevere,
        String afterwards) {

    static final PainAdvice WORDS =
            new PainAdvice(
                    "Please stop and rest",
                    List.of(
                            "Stop the exercise that hurts, and rest. Do not do it again until we"
                                    + " have talked.",
                            "Call your care team today. Tell them what you did and where it"
                                    + " hurts."),
                    "Is the pain very bad, and did it come all at once? Call 911 now.",
                    "Your therapist sees what you told us, but maybe not today. Please do not wait"
                            + " for us to call you.");
}
