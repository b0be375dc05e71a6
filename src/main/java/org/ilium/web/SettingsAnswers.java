package org.ilium.web;

import jakarta.ws.rs.core.Response;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.SettingsOutcome.Unknown;

/** Says an outcome in HTTP. */
public final class SettingsAnswers {

    private SettingsAnswers() {}

    /** What was kept; anything but done is thrown as its problem. */
    public static Response of(int status, SettingsOutcome outcome) {
        if (outcome instanceof Unknown) {
            throw RefusedException.notFound();
        }
        if (outcome instanceof Invalid invalid) {
            throw RefusedException.of(invalid.errors());
        }
        if (outcome instanceof Stale late) {
            throw new RefusedException(Problem.stale(late.version(), late.differences()));
        }
        Done done = (Done) outcome;
        return Response.status(status)
                .entity(new SettingsSavedJson(done.id(), done.version(), done.warnings()))
                .build();
    }
}
