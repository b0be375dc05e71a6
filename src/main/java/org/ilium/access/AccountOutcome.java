package org.ilium.access;

import java.time.Duration;
import java.util.List;

/** What came of making or changing an account. */
public sealed interface AccountOutcome {

    /** It was done, and this is the account now. */
    record Done(Staff staff) implements AccountOutcome {}

    /** It was done, and {@code link} lets the account's owner choose a password, once. */
    record Invited(Staff staff, String link) implements AccountOutcome {}

    /** Too many wrong passwords came before; nothing was looked at. */
    record TooSoon(Duration remaining) implements AccountOutcome {}

    /** Nothing was changed, for every one of these reasons; at least one. */
    record Refused(List<AccountRefusal> refusals) implements AccountOutcome {

        public Refused {
            refusals = List.copyOf(refusals);
        }

        Refused(AccountRefusal only) {
            this(List.of(only));
        }

        /** The first, which decides the status. */
        public AccountRefusal refusal() {
            return refusals.get(0);
        }
    }

    /** The account, for callers whose own input cannot be refused. */
    default Staff orThrow() {
        if (this instanceof Done done) {
            return done.staff();
        }
        if (this instanceof Invited invited) {
            return invited.staff();
        }
        throw new IllegalStateException(
                this instanceof Refused refused ? refused.refusal().reason() : "too soon");
    }
}
