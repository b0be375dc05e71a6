package org.ilium.reviews;

import org.ilium.shared.pregnancy.Coded;

/** How a reviewer lets her name be shown. */
public enum NameStyle implements Coded {
    FIRST_NAME("first-name", "First name"),
    INITIALS("initials", "Initials"),
    ANONYMOUS("anonymous", "No name");

    private final String code;
    private final String label;

    NameStyle(String code, String label) {
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

    /** The name strangers will see. */
    public String shown(String givenName, String familyName) {
        if (this == FIRST_NAME) {
            return givenName;
        }
        if (this == ANONYMOUS) {
            return "A patient";
        }
        return familyName.isEmpty()
                ? initial(givenName)
                : initial(givenName) + " " + initial(familyName);
    }

    private static String initial(String name) {
        return new String(Character.toChars(Character.toUpperCase(name.codePointAt(0)))) + ".";
    }
}
