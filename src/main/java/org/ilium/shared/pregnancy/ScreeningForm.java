package org.ilium.shared.pregnancy;

import java.util.EnumSet;
import java.util.Set;

/** The published questionnaire a result came from; Ilium keeps the result, not the questions. */
public enum ScreeningForm implements Coded {
    GAQ_P("gaq-p", "Get Active Questionnaire for Pregnancy"),
    GAQ_POSTPARTUM("gaq-pp", "Get Active Questionnaire for Postpartum"),
    GAQ("gaq", "Get Active Questionnaire");

    private final String code;
    private final String label;

    ScreeningForm(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Those that are for a patient of this stage. */
    public static Set<ScreeningForm> of(Stage stage) {
        return switch (stage) {
            case PREGNANT -> EnumSet.of(GAQ_P);
            case POSTPARTUM -> EnumSet.of(GAQ_POSTPARTUM);
            case NEITHER -> EnumSet.of(GAQ, GAQ_POSTPARTUM);
        };
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
