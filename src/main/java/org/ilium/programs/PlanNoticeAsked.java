package org.ilium.programs;

import java.util.UUID;

/** The notice of a sent version is to go to its patient once more. Fired inside the transaction. */
public record PlanNoticeAsked(UUID programId, int versionNumber) {}
