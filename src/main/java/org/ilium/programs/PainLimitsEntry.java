package org.ilium.programs;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.web.SettingsOutcome.Said;
import org.jspecify.annotations.Nullable;

/**
 * The pain limits as they are entered; {@code version} is the one that was read, null while the
 * defaults stand.
 */
@Schema(name = "PainLimits")
public record PainLimitsEntry(
        @Schema(description = "From this pain, 0 to 10, she is told to stop")
                @Nullable Integer high,
        @Schema(description = "Or when it is this much more than last time") @Nullable Integer rise,
        @Schema(description = "The version that was read; none while the defaults stand")
                @Nullable Integer version) {

    public static final String HIGH = "Pain of this much or more, of 10";
    public static final String RISE = "Or this much more than last time";

    static PainLimitsEntry of(PainLimits limits) {
        return new PainLimitsEntry(limits.high(), limits.rise(), null);
    }

    Map<String, Said> values() {
        return Map.of(
                "high", new Said(HIGH, String.valueOf(high)),
                "rise", new Said(RISE, String.valueOf(rise)));
    }
}
