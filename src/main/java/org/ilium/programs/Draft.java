package org.ilium.programs;

import java.util.List;
import java.util.UUID;
import org.ilium.catalog.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A program as the therapist works on it, screened against the patient's facts of today. {@code
 * open} is false when nothing waits to be sent: then it holds no items. {@code revision} goes with
 * every edit. {@code hints} are plain remarks that stop nothing.
 */
public record Draft(
        UUID programId,
        UUID patientId,
        String title,
        @Nullable String note,
        ProgramStatus status,
        boolean open,
        int revision,
        @Nullable Integer currentVersion,
        List<DraftItem> items,
        List<Answered> verdicts,
        List<String> hints,
        boolean factsKnown) {

    public Draft {
        items = List.copyOf(items);
        verdicts = List.copyOf(verdicts);
        hints = List.copyOf(hints);
    }

    /** A verdict and what was answered to it; {@code answer} is null when nothing was. */
    public record Answered(Verdict verdict, @Nullable Answer answer, boolean resolved) {}

    public List<Verdict> unresolved() {
        return verdicts.stream().filter(v -> !v.resolved()).map(Answered::verdict).toList();
    }

    /** Why it cannot be sent, strongest reason first; null when it can. */
    public @Nullable ProgramRefusal refusal() {
        if (!open) {
            return ProgramRefusal.NO_DRAFT;
        }
        if (items.isEmpty()) {
            return ProgramRefusal.NOTHING_TO_SEND;
        }
        return factsKnown ? null : ProgramRefusal.FACTS_MISSING;
    }
}
