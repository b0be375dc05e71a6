package org.ilium.web;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.SettingsOutcome.Unknown;
import org.jspecify.annotations.Nullable;

/** Says an outcome in HTTP. */
public final class SettingsAnswers {

    private SettingsAnswers() {}

    @Schema(name = "SettingsSaved")
    record SavedJson(
            @Schema(description = "What was added or changed; null for the clinic")
                    @Nullable UUID id,
            @Schema(description = "Send it with the next change") int version) {}

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
        return Response.status(status).entity(new SavedJson(done.id(), done.version())).build();
    }
}
