package org.ilium.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.web.SettingsOutcome.Said;
import org.jspecify.annotations.Nullable;

/**
 * The disputed weeks as they are entered, each in completed weeks; {@code version} is the one that
 * was read, null while the defaults stand.
 */
@Schema(name = "WeekSettings")
public record WeekEntry(
        @Schema(description = "Lying on the back warns from this week")
                @Nullable Integer supineWarn,
        @Schema(description = "Lying on the back is blocked from this week")
                @Nullable Integer supineBlock,
        @Schema(description = "With placenta previa exercise warns from this week")
                @Nullable Integer previaWarn,
        @Schema(description = "With placenta previa exercise is blocked from this week")
                @Nullable Integer previaBlock,
        @Schema(description = "High effort after a cesarean warns before this week")
                @Nullable Integer caesareanLate,
        @Schema(
                        description =
                                "Strong effort warns before this week after an early loss without"
                                        + " surgery")
                @Nullable Integer lossEffort,
        @Schema(description = "Strong effort warns before this week after another loss")
                @Nullable Integer lossEffortLong,
        @Schema(
                        description =
                                "Running and jumping warn before this week after an early loss"
                                        + " without surgery")
                @Nullable Integer lossImpact,
        @Schema(description = "Running and jumping warn before this week after another loss")
                @Nullable Integer lossImpactLong,
        @Schema(description = "The version that was read; none while the defaults stand")
                @Nullable Integer version) {

    static WeekEntry of(ScreeningSettings weeks, @Nullable Integer version) {
        return new WeekEntry(
                weeks.supineWarn(),
                weeks.supineBlock(),
                weeks.previaWarn(),
                weeks.previaBlock(),
                weeks.caesareanLate(),
                weeks.lossEffort(),
                weeks.lossEffortLong(),
                weeks.lossImpact(),
                weeks.lossImpactLong(),
                version);
    }

    /** What is entered for a setting, or null. */
    public @Nullable Integer week(WeekSetting setting) {
        return switch (setting) {
            case SUPINE_WARN -> supineWarn;
            case SUPINE_BLOCK -> supineBlock;
            case PREVIA_WARN -> previaWarn;
            case PREVIA_BLOCK -> previaBlock;
            case CAESAREAN_LATE -> caesareanLate;
            case LOSS_EFFORT -> lossEffort;
            case LOSS_EFFORT_LONG -> lossEffortLong;
            case LOSS_IMPACT -> lossImpact;
            case LOSS_IMPACT_LONG -> lossImpactLong;
        };
    }

    Map<String, Said> values() {
        Map<String, Said> values = new LinkedHashMap<>();
        for (WeekSetting setting : WeekSetting.values()) {
            values.put(setting.field(), new Said(setting.label(), String.valueOf(week(setting))));
        }
        return values;
    }
}
