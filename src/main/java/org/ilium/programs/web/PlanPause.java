package org.ilium.programs.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.programs.ProgramRefusal;

/** What she is told while a stop sign she reported stands. */
@Schema(name = "PlanPause")
record PlanPause(String title, String why, String ifWorse) {

    static final PlanPause WORDS =
            new PlanPause(
                    "Please pause this plan",
                    ProgramRefusal.PLAN_PAUSED.reason(),
                    "Does it get worse, or have you not been seen yet? Call your doctor or midwife"
                            + " now. In an emergency, call your local emergency number.");
}
