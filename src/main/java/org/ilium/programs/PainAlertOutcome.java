package org.ilium.programs;

import org.ilium.web.FieldErrors;

/** What came of marking a pain alert as handled. */
public sealed interface PainAlertOutcome {

    /** It is handled, and this is how it stands. */
    record Done(PainAlert alert) implements PainAlertOutcome {}

    /** Nothing was changed. */
    record Refused(ProgramRefusal refusal) implements PainAlertOutcome {}

    /** Nothing was changed: these fields are wrong. */
    record Invalid(FieldErrors errors) implements PainAlertOutcome {}
}
