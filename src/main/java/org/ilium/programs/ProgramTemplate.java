package org.ilium.programs;

import java.util.List;
import org.ilium.shared.pregnancy.Coded;

/** A usual set of items to start a program from; a draft for a therapist's sign-off. */
public enum ProgramTemplate implements Coded {
    UPPER_BACK(
            "upper-back",
            "Upper back, any trimester",
            "cat-cow",
            "shoulder-blade-squeeze",
            "seated-row-band",
            "doorway-chest-stretch",
            "sitting-posture"),
    DESK_DAY(
            "desk-day",
            "Desk day",
            "seated-cat-cow",
            "chin-tuck",
            "upper-trap-stretch",
            "movement-breaks",
            "workstation-setup"),
    PELVIC_GIRDLE_PAIN(
            "pelvic-girdle-pain",
            "Pelvic girdle pain",
            "pillow-squeeze",
            "pelvic-tilt-quadruped",
            "belly-hug-breath",
            "easy-pelvis-habits",
            "side-sleeping"),
    FIRST_WEEK_AFTER_BIRTH(
            "first-week-after-birth",
            "First week after birth",
            "rib-breathing",
            "pelvic-floor-slow",
            "walking",
            "log-roll",
            "feeding-posture");

    private final String code;
    private final String label;
    private final List<String> slugs;

    ProgramTemplate(String code, String label, String... slugs) {
        this.code = code;
        this.label = label;
        this.slugs = List.of(slugs);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** Catalog slugs in their order. */
    public List<String> slugs() {
        return slugs;
    }
}
