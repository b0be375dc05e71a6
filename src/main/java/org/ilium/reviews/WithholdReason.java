package org.ilium.reviews;

import org.ilium.shared.pregnancy.Coded;

/**
 * The only reasons to withhold a review. None is about the stars or what the reviewer felt (16 CFR
 * 465.7).
 */
public enum WithholdReason implements Coded {
    PRIVATE_DATA("private-data", "Has private facts about somebody", "it has private facts"),
    ABUSE("abuse", "Threatens or insults somebody", "it threatens or insults somebody"),
    SPAM("spam", "Advertises something", "it looks like an advertisement"),
    OFF_TOPIC("off-topic", "Is not about the care here", "it is not about care at our clinic"),
    NOT_A_PATIENT(
            "not-a-patient",
            "Written by somebody other than the patient",
            "it was not written by the patient herself"),
    REVIEWER_WITHDREW(
            "reviewer-withdrew", "The author took her permission back", "its author took it back"),
    NO_CONSENT(
            "no-consent",
            "The permission is not valid",
            "we do not have a valid permission to show it");

    private final String code;
    private final String label;
    private final String plain;

    WithholdReason(String code, String label, String plain) {
        this.code = code;
        this.label = label;
        this.plain = plain;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** The end of the sentence "It is not shown because …", for the author and the public. */
    public String plain() {
        return plain;
    }
}
