package org.ilium.booking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a time could not be had and what could be had instead. {@code asked} is the time itself when
 * the desk may still take it, over another appointment, over what is only {@code held} for a
 * visitor, or {@code far} ahead; null when it may not. {@code farConfirmed} says that she took on
 * the latter already.
 */
record DeskConflict(
        String reason,
        DeskSlots.@Nullable Choice asked,
        boolean held,
        boolean far,
        boolean farConfirmed,
        List<DeskSlots.Choice> nearest) {

    static final DeskConflict NONE = new DeskConflict("", null, false, false, false, List.of());

    public boolean isThere() {
        return !reason.isEmpty();
    }
}
