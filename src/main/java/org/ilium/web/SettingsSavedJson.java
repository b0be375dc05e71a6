package org.ilium.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a change to the settings, as JSON says it. */
@Schema(name = "SettingsSaved")
public record SettingsSavedJson(
        @Schema(description = "What was added or changed; null for the clinic") @Nullable UUID id,
        @Schema(description = "Send it with the next change") int version,
        @Schema(description = "What was kept and may not have been meant together")
                List<String> warnings) {}
