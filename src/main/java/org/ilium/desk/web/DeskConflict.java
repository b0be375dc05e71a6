package org.ilium.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a time could not be had and what could be had instead: {@code reasons} has a sentence for
 * each rule that it breaks. {@code asked} is the time itself when the desk may still take it by
 * sending {@code setAside}, {@code anyway} what that says; null when it may not. {@code hers} are
 * the visits of a day on which the patient would have another; {@code taken} says that another
 * appointment or a form has the time, and nothing else speaks against it.
 */
record DeskConflict(
        List<String> reasons,
        DeskSlots.@Nullable Choice asked,
        String setAside,
        String anyway,
        List<DeskSlots.Choice> nearest,
        List<DeskCallerVisits.Line> hers,
        boolean taken) {

    static final DeskConflict NONE =
            new DeskConflict(List.of(), null, "", "", List.of(), List.of(), false);

    public boolean isThere() {
        return !reasons.isEmpty();
    }

    /** Whether the time itself, once confirmed, comes before other times. */
    public boolean isToConfirm() {
        return asked != null && !taken;
    }

    /** A free time that is asked about because of what the patient has that day. */
    public boolean isOnlySameDay() {
        return isOne() && !hers.isEmpty();
    }

    /** Only one thing speaks against it. */
    public boolean isOne() {
        return reasons.size() == 1;
    }
}
