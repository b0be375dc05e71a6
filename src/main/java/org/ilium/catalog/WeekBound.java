package org.ilium.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A week that bounds a rule's step: a fixed number, or the name of a clinic setting. */
public record WeekBound(@Nullable Integer fixed, @Nullable WeekSetting setting) {

    public WeekBound {
        if ((fixed == null) == (setting == null)) {
            throw new IllegalArgumentException("a week bound is a number or a setting");
        }
    }

    int week(ScreeningSettings settings) {
        return setting == null ? Objects.requireNonNull(fixed) : settings.week(setting);
    }
}
