package org.ilium.catalog;

/** What a verdict does, weakest first, so that the natural order is the order of strength. */
public enum Effect {
    /** Text is added to the plan; nobody has to answer it. */
    ADVICE,
    /** The therapist must acknowledge it before the plan is sent. */
    WARN,
    /** The plan is not sent unless the therapist records why she overrides it. */
    BLOCK
}
