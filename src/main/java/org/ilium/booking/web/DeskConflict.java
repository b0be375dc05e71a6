package org.ilium.booking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a time could not be had and what could be had instead. {@code asked} is the time itself when
 * the desk may still take it, over another appointment, over what is only {@code held} for a
 * visitor, or {@code far} ahead; null when it may not. {@code farConfirmed} says that she took on
 * the latter already. {@code sameDay} are the visits of a day on which she would have another;
 * {@code secondOn} is the date on which the desk said that it means it, empty for none.
 */
record DeskConflict(
        String reason,
        DeskSlots.@Nullable Choice asked,
        boolean held,
        boolean far,
        boolean farConfirmed,
        List<DeskSlots.Choice> nearest,
        @Nullable SecondVisit sameDay,
        String secondOn) {

    static final DeskConflict NONE = of("", null, false, false, false, List.of());

    /** The date, as the form confirms it, and what she has then. */
    record SecondVisit(String date, List<DeskCallerVisits.Line> visits) {}

    static DeskConflict of(
            String reason,
            DeskSlots.@Nullable Choice asked,
            boolean held,
            boolean far,
            boolean farConfirmed,
            List<DeskSlots.Choice> nearest) {
        return new DeskConflict(reason, asked, held, far, farConfirmed, nearest, null, "");
    }

    DeskConflict secondOn(String date) {
        return new DeskConflict(reason, asked, held, far, farConfirmed, nearest, sameDay, date);
    }

    public boolean isThere() {
        return !reason.isEmpty();
    }
}
