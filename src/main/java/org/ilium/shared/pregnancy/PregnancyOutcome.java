package org.ilium.shared.pregnancy;

/** How a pregnancy ended. */
public enum PregnancyOutcome implements Coded {
    LIVE_BIRTH("live-birth", "Live birth"),
    STILLBIRTH("stillbirth", "Stillbirth"),
    /** At whatever age, as long as nobody should speak to her of a living child. */
    NEONATAL_DEATH("neonatal-death", "Born alive, and died after the birth"),
    /** Of twins or more, who are not all living: there is a baby to care for, and one to mourn. */
    LIVE_BIRTH_AND_LOSS("live-birth-and-loss", "Twins or more, and not all of them living"),
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
            case LIVE_BIRTH_AND_LOSS -> "a birth of which not all the babies are living";
            case MISCARRIAGE -> "a miscarriage";
            case ECTOPIC -> "an ectopic pregnancy";
            case TERMINATION -> "a termination";
            case NOT_SAID -> "the pregnancy ended";
        };
    }

    /** Whether her body has given birth, so that the rules for the time after birth hold. */
    public boolean isBirth() {
        return this == STILLBIRTH || this == NEONATAL_DEATH || isLiving();
    }

    private boolean isLiving() {
        return this == LIVE_BIRTH || this == LIVE_BIRTH_AND_LOSS;
    }

    /** Whether there is no living child. */
    public boolean isLoss() {
        return !isLiving();
    }

    /** Whether she lost a child, though another may live: nobody asks her how it was. */
    public boolean hasLoss() {
        return this != LIVE_BIRTH;
    }
}
