package org.ilium.booking.web;

import io.quarkus.qute.TemplateData;

/**
 * A sign that needs a doctor or midwife before a physical therapist. The words are a draft for a
 * licensed therapist to sign off; the signs are the catalog's STOP rules (CSEP 2019, ACOG 804),
 * fever, and thoughts of harm.
 */
@TemplateData
enum RedFlag {
    CHEST_PAIN("chest-pain", "Does your chest hurt, or feel tight?", true),
    BREATHLESS("breathless", "Is it hard to catch your breath, even when you rest?", true),
    VAGINAL_BLEEDING(
            "vaginal-bleeding", "Are you bleeding from your vagina, or more than before?", false),
    FLUID_LEAK("fluid-leak", "Is fluid leaking or gushing from your vagina?", false),
    CONTRACTIONS("contractions", "Does your belly tighten again and again, with pain?", false),
    BELLY_PAIN("belly-pain", "Do you have very bad belly pain?", false),
    BABY_MOVES_LESS("baby-moves-less", "If you are pregnant: does your baby move less?", false),
    HEADACHE("headache", "Do you have a bad headache, or trouble seeing?", false),
    DIZZY("dizzy", "Do you feel faint or dizzy, and rest does not help?", false),
    WEAKNESS("weakness", "Are your legs so weak that you may fall?", false),
    CALF_PAIN("calf-pain", "Is your calf sore or swollen?", false),
    FEVER("fever", "Do you have a fever of 100.4 °F (38 °C) or more?", false),
    HARM("harm", "Do you have thoughts of hurting yourself or your baby?", true);

    private final String code;
    private final String question;
    private final boolean emergency;

    RedFlag(String code, String question, boolean emergency) {
        this.code = code;
        this.question = question;
        this.emergency = emergency;
    }

    String code() {
        return code;
    }

    /** The form field that carries the answer. */
    public String field() {
        return "flag-" + code;
    }

    public String question() {
        return question;
    }

    /** Whether to call the emergency number rather than her own doctor or midwife. */
    public boolean emergency() {
        return emergency;
    }
}
