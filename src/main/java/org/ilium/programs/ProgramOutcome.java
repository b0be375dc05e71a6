package org.ilium.programs;

import java.util.List;
import org.ilium.catalog.Verdict;
import org.ilium.web.Difference;
import org.ilium.web.FieldError;

/** What came of making, changing, answering or sending a program. */
public sealed interface ProgramOutcome {

    /** It was done, and this is the draft now, screened. */
    record Done(Draft draft) implements ProgramOutcome {}

    /** It was sent as this version. */
    record Sent(Plan plan) implements ProgramOutcome {}

    /** Nothing was changed. */
    record Refused(ProgramRefusal refusal) implements ProgramOutcome {}

    /** Nothing was changed: these fields are wrong. */
    record Invalid(List<FieldError> errors) implements ProgramOutcome {}

    /**
     * Nothing was changed: the draft was edited since the caller saw it. {@code changes} are those
     * edits in words, oldest first; {@code differences} is where what was entered is not what
     * stands now.
     */
    record Stale(int currentRevision, List<String> changes, List<Difference> differences)
            implements ProgramOutcome {}

    /** Nothing was sent: these verdicts have no answer that holds today. */
    record Blocked(List<Verdict> unresolved) implements ProgramOutcome {}

    /** The draft, for callers whose own input cannot be refused. */
    default Draft orThrow() {
        if (this instanceof Done done) {
            return done.draft();
        }
        throw new IllegalStateException("refused: " + this);
    }
}
