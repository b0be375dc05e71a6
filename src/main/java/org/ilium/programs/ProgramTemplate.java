package org.ilium.programs;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Wording;

/** A usual set of items to start a program from; a draft for a therapist's sign-off. */
public enum ProgramTemplate implements Coded {
    UPPER_BACK(
            "upper-back",
            "Upper back, any trimester",
            "Upper back",
            EnumSet.allOf(Wording.class),
            "cat-cow",
            "shoulder-blade-squeeze",
            "seated-row-band",
            "doorway-chest-stretch",
            "sitting-posture"),
    DESK_DAY(
            "desk-day",
            "Desk day",
            "Desk day",
            EnumSet.allOf(Wording.class),
            "seated-cat-cow",
            "chin-tuck",
            "upper-trap-stretch",
            "movement-breaks",
            "workstation-setup"),
    PELVIC_GIRDLE_PAIN(
            "pelvic-girdle-pain",
            "Pelvic girdle pain",
            "Pelvic girdle pain",
            EnumSet.allOf(Wording.class),
            "pillow-squeeze",
            "pelvic-tilt-quadruped",
            "belly-hug-breath",
            "easy-pelvis-habits",
            "side-sleeping"),
    FIRST_WEEK_AFTER_BIRTH(
            "first-week-after-birth",
            "First week after birth",
            "First week after birth",
            EnumSet.of(Wording.PREGNANT, Wording.AFTER_BIRTH),
            "rib-breathing",
            "pelvic-floor-slow",
            "walking",
            "log-roll",
            "feeding-posture");

    private final String code;
    private final String label;
    private final String title;
    private final Set<Wording> offeredTo;
    private final List<String> slugs;

    ProgramTemplate(
            String code, String label, String title, Set<Wording> offeredTo, String... slugs) {
        this.code = code;
        this.label = label;
        this.title = title;
        this.offeredTo = offeredTo;
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

    /** What a program made from it is called before its patient. */
    public String title() {
        return title;
    }

    /** Whether it is offered to a patient of whom these words may be used. */
    public boolean isOfferedTo(Wording wording) {
        return offeredTo.contains(wording);
    }

    /** Catalog slugs in their order. */
    public List<String> slugs() {
        return slugs;
    }
}
