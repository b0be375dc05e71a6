package org.ilium.programs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sent plan that a therapist must look at. {@code hold} is why its patient shall not follow it
 * now, null when she may. {@code blocked} says that her chart of today speaks against a part of it;
 * where neither is so, what she said of herself when booking does not fit her chart.
 */
public record WaitingPlan(
        UUID programId,
        UUID patientId,
        String title,
        UUID sentBy,
        @Nullable PlanHold hold,
        boolean blocked) {

    /** Whether somebody must reach her at once. */
    public boolean isUrgent() {
        return hold != null && hold.isUrgent();
    }
}
