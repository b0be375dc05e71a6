package org.ilium.patients;

import org.ilium.shared.pregnancy.Coded;

/** Why an episode of care was closed. */
public enum CloseReason implements Coded {
    GOALS_MET("goals-met", "Goals met"),
    HOME_PROGRAM("home-program", "Goes on with her home program"),
    HER_WISH("her-wish", "Her own wish"),
    DID_NOT_RETURN("did-not-return", "Did not come back"),
    REFERRED("referred", "Referred to other care"),
    MOVED("moved", "Moved away"),
    OTHER("other", "Another reason");

    private final String code;
    private final String label;

    CloseReason(String code, String label) {
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
