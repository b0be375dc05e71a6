package org.ilium.reviews.web;

import org.ilium.reviews.NameStyle;
import org.ilium.reviews.Permission;
import org.ilium.shared.TypedText;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.web.FieldErrors;

/** What stands in the form of an authorization; nothing is ticked or chosen beforehand. */
record PermissionEntry(
        String nameStyle,
        boolean showPractitioner,
        boolean authorized,
        String signature,
        String termsVersion) {

    static final PermissionEntry NOTHING = new PermissionEntry("", false, false, "", "");

    FieldErrors errors() {
        FieldErrors errors = new FieldErrors();
        if (Coded.find(NameStyle.class, nameStyle).isEmpty()) {
            errors.add("nameStyle", "Pick how your name is shown.");
        }
        if (!authorized) {
            errors.add("authorized", "Tick this box to share your review. Or keep it private.");
        }
        String name = TypedText.line(signature);
        if (name.length() < 2
                || name.length() > 120
                || !TypedText.isName(name)
                || !TypedText.isLine(name)) {
            errors.add("signature", "Type your full name, 2 to 120 letters.");
        }
        return errors;
    }

    Permission permission() {
        return new Permission(
                Coded.find(NameStyle.class, nameStyle).orElseThrow(),
                showPractitioner,
                TypedText.line(signature),
                termsVersion);
    }

    @Override
    public String toString() {
        return "PermissionEntry";
    }
}
