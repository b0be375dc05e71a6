package org.ilium.programs;

import java.util.UUID;

/**
 * A version of a home exercise program was sent to its patient. Fired inside the transaction that
 * made it so.
 */
public record ProgramSent(UUID programId, int versionNumber) {}
