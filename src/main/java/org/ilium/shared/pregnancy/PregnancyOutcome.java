package org.ilium.shared.pregnancy;

/** How a pregnancy ended. */
public enum PregnancyOutcome implements Coded {
    LIVE_BIRTH("live-birth", "Live birth"),
    STILLBIRTH("stillbirth", "Stillbirth"),
    /** At whatever age, as long as nobody should speak to her of a living child. */
    NEONATAL_DEATH("neonatal-death", "Born alive, and died after the birth"),
    MISCARRIAGE("miscarriage", "Miscarriage"),
    ECTOPIC("ectopic", "Ectopic pregnancy"),
    TERMINATION("termination", "Termination of pregnancy"),
    NOT_SAID("not-said", "It ended; how is not recorded");

    private final String code;
    private final String label;

    PregnancyOutcome(String code, String label) {
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

    /** Within a sentence for staff, such as "a miscarriage". */
    public String inWords() {
        return switch (this) {
            case LIVE_BIRTH -> "a live birth";
            case STILLBIRTH -> "a stillbirth";
            case NEONATAL_DEATH -> "a birth after which the child died";
            case MISCARRIAGE -> "a miscarriage";
            case ECTOPIC -> "an ectopic pregnancy";
            case TERMINATION -> "a termination";
            case NOT_SAID -> "the pregnancy ended";
        };
    }

    /** Whether her body has given birth, so that the rules for the time after birth hold. */
    public boolean isBirth() {
        return this == LIVE_BIRTH || this == STILLBIRTH || this == NEONATAL_DEATH;
    }

    /** Whether there is no living child: nobody asks her how it was. */
    public boolean isLoss() {
        return this != LIVE_BIRTH;
    }
}
