package org.ilium.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The one row of weeks a clinic has set for itself. */
@Entity
@Table(name = "week_settings")
class ClinicWeeks {

    static final short ONLY = 1;

    @Id short id = ONLY;

    int supineWarn;

    int supineBlock;

    int previaWarn;

    int previaBlock;

    int caesareanLate;

    int lossEffort;

    int lossEffortLong;

    int lossImpact;

    int lossImpactLong;

    @Version int version;

    protected ClinicWeeks() {}

    ClinicWeeks(ScreeningSettings weeks) {
        change(weeks);
    }

    final void change(ScreeningSettings weeks) {
        supineWarn = weeks.supineWarn();
        supineBlock = weeks.supineBlock();
        previaWarn = weeks.previaWarn();
        previaBlock = weeks.previaBlock();
        caesareanLate = weeks.caesareanLate();
        lossEffort = weeks.lossEffort();
        lossEffortLong = weeks.lossEffortLong();
        lossImpact = weeks.lossImpact();
        lossImpactLong = weeks.lossImpactLong();
    }

    ScreeningSettings weeks() {
        return new ScreeningSettings(
                supineWarn,
                supineBlock,
                previaWarn,
                previaBlock,
                caesareanLate,
                lossEffort,
                lossEffortLong,
                lossImpact,
                lossImpactLong);
    }

    WeekEntry entry() {
        return WeekEntry.of(weeks(), version);
    }
}
