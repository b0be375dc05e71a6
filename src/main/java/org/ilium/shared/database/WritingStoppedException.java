package org.ilium.shared.database;

/** Thrown before a statement that would write while nothing can be written. */
final class WritingStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WritingStoppedException() {
        super("writing has stopped", null, false, false);
    }
}
