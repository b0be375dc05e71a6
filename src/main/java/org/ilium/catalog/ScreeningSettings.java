package org.ilium.catalog;

/** The week numbers on which sources disagree, as this clinic has set them (completed weeks). */
public record ScreeningSettings(
        int supineWarn, int supineBlock, int previaWarn, int previaBlock, int caesareanLate) {

    public ScreeningSettings {
        ordered(supineWarn, supineBlock, "lying on the back");
        ordered(previaWarn, previaBlock, "placenta previa");
        ordered(1, caesareanLate, "after a cesarean");
    }

    /** 14 and 20 for lying on the back, 26 and 28 for placenta previa, 12 after a cesarean. */
    public static ScreeningSettings defaults() {
        return new ScreeningSettings(
                WeekSetting.SUPINE_WARN.standard(),
                WeekSetting.SUPINE_BLOCK.standard(),
                WeekSetting.PREVIA_WARN.standard(),
                WeekSetting.PREVIA_BLOCK.standard(),
                WeekSetting.CAESAREAN_LATE.standard());
    }

    /** The week that is set for it, in completed weeks. */
    public int week(WeekSetting setting) {
        return switch (setting) {
            case SUPINE_WARN -> supineWarn;
            case SUPINE_BLOCK -> supineBlock;
            case PREVIA_WARN -> previaWarn;
            case PREVIA_BLOCK -> previaBlock;
            case CAESAREAN_LATE -> caesareanLate;
        };
    }

    private static void ordered(int first, int second, String what) {
        if (first < 0 || second < first || second > 52) {
            throw new IllegalArgumentException("weeks out of order for " + what);
        }
    }
}
