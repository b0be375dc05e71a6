package org.ilium.catalog;

/** The week numbers on which sources disagree, as this clinic has set them (completed weeks). */
public record ScreeningSettings(
        int supineWarn,
        int supineBlock,
        int previaWarn,
        int previaBlock,
        int caesareanLate,
        int lossEffort,
        int lossEffortLong,
        int lossImpact,
        int lossImpactLong) {

    public ScreeningSettings {
        ordered(supineWarn, supineBlock, "lying on the back");
        ordered(previaWarn, previaBlock, "placenta previa");
        ordered(1, caesareanLate, "after a cesarean");
        ordered(lossEffort, lossEffortLong, "strong effort after a loss");
        ordered(lossImpact, lossImpactLong, "running and jumping after a loss");
    }

    /** What each setting is until a clinic sets its own. */
    public static ScreeningSettings defaults() {
        return new ScreeningSettings(
                WeekSetting.SUPINE_WARN.standard(),
                WeekSetting.SUPINE_BLOCK.standard(),
                WeekSetting.PREVIA_WARN.standard(),
                WeekSetting.PREVIA_BLOCK.standard(),
                WeekSetting.CAESAREAN_LATE.standard(),
                WeekSetting.LOSS_EFFORT.standard(),
                WeekSetting.LOSS_EFFORT_LONG.standard(),
                WeekSetting.LOSS_IMPACT.standard(),
                WeekSetting.LOSS_IMPACT_LONG.standard());
    }

    /** The week that is set for it, in completed weeks. */
    public int week(WeekSetting setting) {
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

    private static void ordered(int first, int second, String what) {
        if (first < 0 || second < first || second > 52) {
            throw new IllegalArgumentException("weeks out of order for " + what);
        }
    }
}
