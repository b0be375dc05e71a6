package org.ilium.booking.api;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import org.ilium.shared.pregnancy.StopSign;

/**
 * A stop sign as a visitor is asked about it before she books: it needs a doctor or midwife before
 * a physical therapist. Nobody knows yet who reads the question, so none has a word that hurts
 * after a loss. The words are a draft for a licensed therapist to sign off.
 */
@TemplateData
public enum RedFlag {
    CHEST_PAIN(StopSign.CHEST_PAIN, "Does your chest hurt, or feel tight?"),
    BREATHLESS(StopSign.BREATHLESS, "Is it hard to catch your breath, even when you rest?"),
    VAGINAL_BLEEDING(
            StopSign.VAGINAL_BLEEDING, "Are you bleeding from your vagina, or more than before?"),
    FLUID_LEAK(StopSign.FLUID_LEAK, "Is fluid leaking or gushing from your vagina?"),
    CONTRACTIONS(StopSign.CONTRACTIONS, "Do you have cramps that hurt and come again and again?"),
    BELLY_PAIN(StopSign.BELLY_PAIN, "Do you have very bad pain in your stomach or lower down?"),
    FEWER_MOVEMENTS(
            StopSign.BABY_MOVES_LESS,
            "If you are pregnant: do you feel less movement than before?"),
    HEADACHE(StopSign.HEADACHE, "Do you have a bad headache, or trouble seeing?"),
    DIZZY(StopSign.DIZZY, "Do you feel faint or dizzy, and rest does not help?"),
    WEAKNESS(StopSign.WEAKNESS, "Are your legs so weak that you may fall?"),
    CALF_PAIN(StopSign.CALF_PAIN, "Is your calf sore or swollen?"),
    FEVER(StopSign.FEVER, "Do you have a fever of 100.4 °F (38 °C) or more?"),
    WOUND(
            StopSign.WOUND,
            "Do you have a wound or stitches that get more red, swell, open up or leak?"),
    SADDLE_NUMBNESS(
            StopSign.SADDLE_NUMBNESS,
            "Are you numb between your legs? Or does your back hurt, and you suddenly cannot pass"
                    + " pee, or cannot hold pee or poop?"),
    HARM(
            StopSign.HARM,
            "Do you think about hurting yourself or someone else, or do you not want to live?");

    /** The signs that a plan names and a visitor is not asked about, each with the reason. */
    static final Map<StopSign, String> NOT_ASKED =
            Map.of(
                    StopSign.LOW_MOOD,
                    "A low mood is no reason to refuse her a call: movement and company help. What"
                            + " cannot wait, thoughts of harm, is asked.");

    private final StopSign sign;
    private final String question;

    RedFlag(StopSign sign, String question) {
        this.sign = sign;
        this.question = question;
    }

    StopSign sign() {
        return sign;
    }

    public String code() {
        return sign.code();
    }

    /** The form field that carries the answer. */
    public String field() {
        return "flag-" + code();
    }

    public String question() {
        return question;
    }

    /** Whether to call the emergency number rather than her own doctor or midwife. */
    public boolean emergency() {
        return sign.isEmergency();
    }
}
