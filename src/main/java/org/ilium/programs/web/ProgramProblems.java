package org.ilium.programs.web;

import java.util.List;
import java.util.Map;
import org.ilium.catalog.Verdict;
import org.ilium.programs.ProgramOutcome;
import org.ilium.programs.ProgramOutcome.Blocked;
import org.ilium.programs.ProgramOutcome.Invalid;
import org.ilium.programs.ProgramOutcome.Refused;
import org.ilium.programs.ProgramOutcome.Stale;
import org.ilium.web.Problem;

/** A refused outcome as the problem that tells of it. */
final class ProgramProblems {

    private ProgramProblems() {}

    static Problem of(ProgramOutcome outcome) {
        if (outcome instanceof Refused refused) {
            return Problem.of(refused.refusal());
        }
        if (outcome instanceof Invalid invalid) {
            return Problem.ofFields(invalid.errors());
        }
        if (outcome instanceof Stale stale) {
            return stale(stale);
        }
        if (outcome instanceof Blocked blocked) {
            return blocked(blocked.unresolved());
        }
        throw new IllegalArgumentException("not refused: " + outcome.getClass());
    }

    private static Problem stale(Stale stale) {
        String since =
                stale.changes().isEmpty()
                        ? "Load the program again."
                        : "Since then: " + String.join("; ", stale.changes()) + ".";
        return Problem.stale(stale.currentRevision(), stale.differences())
                .saying("Somebody changed this program meanwhile", since)
                .with(Map.of("changes", stale.changes()));
    }

    private static Problem blocked(List<Verdict> unresolved) {
        return Problem.of(422, "verdicts-unresolved", "Not sent", StillToDo.of(unresolved).told())
                .with(Map.of("unresolved", unresolved.stream().map(VerdictJson::of).toList()));
    }
}
