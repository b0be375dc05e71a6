package org.ilium.access;

import org.ilium.shared.Refusal;

/** Why an account could not be made or changed; {@link #field()} names the input at fault. */
public enum AccountRefusal implements Refusal {
    NAME_INVALID("name", "Give a name of 1 to 120 characters.", 422),
    EMAIL_INVALID("email", "That is not an email address.", 422),
    EMAIL_TAKEN("email", "There is already an account with that email.", 409),
    ROLE_MISSING("roles", "Choose at least one role.", 422),
    PASSWORD_TOO_SHORT("password", "Use at least 12 characters.", 422),
    PASSWORD_TOO_SIMPLE(
            "password",
            "Repeats and rows, such as 1234 or qwerty, are the first that anybody tries. Choose a"
                    + " few words that do not belong together.",
            422),
    PASSWORD_COMMON(
            "password",
            "Many people use this password, or one much like it. Choose a few words that do not"
                    + " belong together.",
            422),
    PASSWORD_PERSONAL(
            "password",
            "It is little more than your name, your email or the clinic's name. Choose a few words"
                    + " that do not belong together.",
            422),
    PASSWORD_TOO_LONG("password", "Use at most 72 characters.", 422),
    PASSWORD_WRONG("currentPassword", "That is not your current password.", 422),
    LINK_NOT_USABLE("token", "This link has been used or has run out. Ask for a new one.", 410),
    ALREADY_SET_UP("token", "This clinic already has an administrator. Sign in instead.", 409),
    LAST_ADMINISTRATOR("account", "The last administrator cannot be closed out.", 422),
    LAST_ADMINISTRATOR_ROLE(
            "roles",
            "Somebody must stay administrator. Give another account that role first; its owner must"
                    + " have chosen a password.",
            422),
    ROLES_STALE(
            "roles", "Somebody changed this account meanwhile. Look again, then save again.", 409),
    ACCOUNT_UNKNOWN("account", "There is no such account.", 404);

    private final String field;
    private final String reason;
    private final int status;

    AccountRefusal(String field, String reason, int status) {
        this.field = field;
        this.reason = reason;
        this.status = status;
    }

    public String field() {
        return field;
    }

    @Override
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public int status() {
        return status;
    }
}
