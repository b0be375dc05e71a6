package org.ilium.access.web;

import org.ilium.access.AccountOutcome.Refused;
import org.ilium.web.FieldErrors;

/** What is wrong with a form about an account, all of it at once. */
final class AccountErrors {

    private AccountErrors() {}

    static FieldErrors of(Refused refused) {
        FieldErrors errors = new FieldErrors();
        refused.refusals().forEach(why -> errors.add(why.field(), why.reason()));
        return errors;
    }
}
