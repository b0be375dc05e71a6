package org.ilium.access;

/** What came of making or changing an account. */
public sealed interface AccountOutcome {

    /** It was done, and this is the account now. */
    record Done(Staff staff) implements AccountOutcome {}

    /** It was done, and {@code link} lets the account's owner choose a password, once. */
    record Invited(Staff staff, String link) implements AccountOutcome {}

    /** Nothing was changed. */
    record Refused(AccountRefusal refusal) implements AccountOutcome {}

    /** The account, for callers whose own input cannot be refused. */
    default Staff orThrow() {
        if (this instanceof Done done) {
            return done.staff();
        }
        if (this instanceof Invited invited) {
            return invited.staff();
        }
        throw new IllegalStateException(((Refused) this).refusal().reason());
    }
}
