package org.ilium.reviews;

import org.ilium.shared.pregnancy.Coded;

/** The only reasons not to ask a patient for a review; none is about how her visit went. */
public enum ExclusionReason implements Coded {
    OPTED_OUT("opted-out", "Asked not to be asked"),
    NO_VALID_ADDRESS("no-valid-address", "No email address"),
    PREGNANCY_LOSS("pregnancy-loss", "The pregnancy ended"),
    ALREADY_ASKED("already-asked", "Asked before in this episode of care"),
    NO_CHART("no-chart", "The visit has no chart");

    private final String code;
    private final String label;

    ExclusionReason(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
