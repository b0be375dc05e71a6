package org.ilium.programs;

import java.util.UUID;

/**
 * The links to a plan are being closed: a notice of it that still waits must not leave. Fired
 * inside the transaction, before the links that exist by then are closed.
 */
public record PlanLinksClosed(UUID programId) {}
