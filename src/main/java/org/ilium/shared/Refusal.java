package org.ilium.shared;

/**
 * Why a user's request was refused by a rule: carried unchanged to the edge, where it becomes a
 * problem detail (RFC 9457) or a page. Not for faults of ours.
 */
public interface Refusal {

    /** A stable kebab-case word for programs, such as {@code slot-taken}. */
    String code();

    /** One plain sentence for the person who asked; no health data, no markup. */
    String reason();

    /** The HTTP status that says it: 409 for a conflict, 410 for gone, 422 for a rule. */
    int status();
}
