package org.ilium.clinic;

import org.ilium.shared.pregnancy.Coded;

/** How a service is given. */
public enum ServiceMode implements Coded {
    PHONE("phone", "By phone"),
    VIDEO("video", "By video"),
    IN_PERSON("in-person", "In person");

    private final String code;
    private final String label;

    ServiceMode(String code, String label) {
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
