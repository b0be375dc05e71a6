package org.ilium.programs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The one row of pain limits a clinic has set for itself. */
@Entity
@Table(name = "pain_limits")
class ClinicPainLimits {

    static final short ONLY = 1;

    @Id short id = ONLY;

    int high;

    int rise;

    @Version int version;

    protected ClinicPainLimits() {}

    ClinicPainLimits(PainLimits limits) {
        change(limits);
    }

    final void change(PainLimits limits) {
        high = limits.high();
        rise = limits.rise();
    }

    PainLimits limits() {
        return new PainLimits(high, rise);
    }

    PainLimitsEntry entry() {
        return new PainLimitsEntry(high, rise, version);
    }
}
