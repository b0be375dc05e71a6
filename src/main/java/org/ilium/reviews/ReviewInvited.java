package org.ilium.reviews;

import java.util.UUID;

/**
 * A patient is due to be asked for a review of a completed visit. Fired inside the transaction that
 * made it so.
 */
public record ReviewInvited(UUID invitationId) {}
