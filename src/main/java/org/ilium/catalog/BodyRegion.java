package org.ilium.catalog;

import org.ilium.shared.pregnancy.Coded;

/** A part of the body an item works on or eases. */
public enum BodyRegion implements Coded {
    NECK("neck", "Neck"),
    SHOULDERS("shoulders", "Shoulders"),
    ARMS("arms", "Arms"),
    CHEST("chest", "Chest"),
    UPPER_BACK("upper-back", "Upper back"),
    THORACIC("thoracic", "Mid back and ribs"),
    LOW_BACK("low-back", "Low back"),
    CORE("core", "Core"),
    PELVIS("pelvis", "Pelvis"),
    PELVIC_FLOOR("pelvic-floor", "Pelvic floor"),
    HIPS("hips", "Hips"),
    GLUTES("glutes", "Glutes"),
    LEGS("legs", "Legs"),
    WHOLE_BODY("whole-body", "Whole body");

    private final String code;
    private final String label;

    BodyRegion(String code, String label) {
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
