package org.ilium.patients.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form about stop signs; empty text when not given. {@code report} is the one
 * being cleared, null when none is.
 */
record StopSignForm(
        List<String> signs,
        String reportedOn,
        @Nullable UUID report,
        String clearedOn,
        String note) {

    static StopSignForm empty() {
        return reporting(List.of(), "");
    }

    static StopSignForm reporting(List<String> signs, String reportedOn) {
        return new StopSignForm(signs, reportedOn, null, "", "");
    }

    static StopSignForm clearing(UUID report, String clearedOn, String note) {
        return new StopSignForm(List.of(), "", report, clearedOn, note);
    }

    public boolean clears(UUID id) {
        return id.equals(report);
    }
}
