package org.ilium.programs;

import java.util.UUID;

/** The version a patient's link shows now, with what its screening found. */
record LivePlan(
        UUID programId,
        UUID patientId,
        int revision,
        boolean draftOpen,
        int version,
        PlanContent content,
        SentScreening screening) {}
