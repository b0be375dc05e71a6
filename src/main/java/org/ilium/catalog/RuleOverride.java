package org.ilium.catalog;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a therapist sends in spite of a block. A null {@code itemSlug} answers the block on the plan
 * and, for an absolute rule, which speaks about the patient, on every item as well; any other block
 * is answered item by item. {@code ruleVersion} is the version she was shown.
 */
public record RuleOverride(
        String ruleId,
        int ruleVersion,
        @Nullable String itemSlug,
        String reason,
        @Nullable Clearance clearance) {

    /** The fewest characters of a reason, white space not counted. */
    public static final int SHORTEST_REASON = 10;

    /** Who gave obstetric clearance, in the therapist's words, and on which day. */
    public record Clearance(String note, LocalDate date) {}

    boolean answers(Verdict block) {
        boolean same = ruleId.equals(block.ruleId()) && ruleVersion == block.ruleVersion();
        boolean covered =
                Objects.equals(itemSlug, block.itemSlug())
                        || (itemSlug == null && block.absolute());
        return same && covered && reasoned() && (!block.absolute() || cleared());
    }

    /** Whether the reason is long enough to count as one. */
    public boolean reasoned() {
        return reason.codePoints().filter(c -> !blank(c)).count() >= SHORTEST_REASON;
    }

    private boolean cleared() {
        return clearance != null && clearance.note().codePoints().anyMatch(c -> !blank(c));
    }

    /** No-break and zero-width spaces are blanks too: they say nothing. */
    private static boolean blank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || Character.getType(codePoint) == Character.CONTROL;
    }
}
