package org.ilium.booking;

import java.util.UUID;

/** Answered by whoever asks the patient something because a visit is completed. */
public interface VisitFollowUps {

    /** Whether she was not asked yet, so that the completion can still be undone. */
    boolean mayWithdraw(UUID appointmentId);

    /**
     * Takes back in the caller's transaction what the completion planned. False, and nothing is
     * changed, when she was asked already.
     */
    boolean withdraw(UUID appointmentId);
}
