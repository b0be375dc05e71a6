package org.ilium.shared.pregnancy;

/**
 * A warning sign a patient can report; each pauses her whole plan. The one list of red flags: the
 * catalog words each for her plan, and booking asks a visitor about each or says why it does not.
 */
public enum StopSign implements Coded {
    VAGINAL_BLEEDING("vaginal-bleeding", "Bleeding from the vagina"),
    FLUID_LEAK("fluid-leak", "Fluid leaking from the vagina"),
    CONTRACTIONS("contractions", "Regular painful contractions"),
    CHEST_PAIN("chest-pain", "Chest pain"),
    BREATHLESS("breathless", "Short of breath before effort, or not easing with rest"),
    DIZZY("dizzy", "Dizzy or faint, not easing with rest"),
    HEADACHE("headache", "Headache, or trouble seeing"),
    WEAKNESS("weakness", "Muscle weakness that affects balance"),
    CALF_PAIN("calf-pain", "Calf pain or swelling"),
    BELLY_PAIN("belly-pain", "Belly pain"),
    BABY_MOVES_LESS("baby-moves-less", "Baby moving less"),
    FEVER("fever", "Fever of 100.4 °F (38 °C) or more"),
    WOUND("wound", "Wound more red, swollen, open or with discharge"),
    SADDLE_NUMBNESS(
            "saddle-numbness", "Saddle numbness, or back pain with new bladder or bowel loss"),
    LOW_MOOD("low-mood", "Low mood that does not lift"),
    HARM("harm", "Thoughts of hurting herself or others");

    private final String code;
    private final String label;

    StopSign(String code, String label) {
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

    /** Whether to call the emergency number rather than her own doctor or midwife. */
    public boolean isEmergency() {
        return switch (this) {
            case CHEST_PAIN, BREATHLESS, SADDLE_NUMBNESS, HARM -> true;
            default -> false;
        };
    }

    /** Whether there is such a sign at that stage: only who is pregnant feels a baby move. */
    public boolean isOf(Stage stage) {
        return this != BABY_MOVES_LESS || stage == Stage.PREGNANT;
    }
}
