package org.ilium.shared.pregnancy;

/** Which words a plan may use to its patient. */
public enum Wording {
    PREGNANT,
    AFTER_BIRTH,
    /** After any pregnancy without a living child: nothing that speaks of one. */
    AFTER_LOSS,
    NEITHER
}
