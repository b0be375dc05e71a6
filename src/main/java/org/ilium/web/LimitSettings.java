package org.ilium.web;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one address may, within a period; what was used comes back bit by bit. */
@Singleton
class LimitSettings {

    private final boolean enabled;
    private final Duration period;
    private final Map<Allowance, Integer> most;

    LimitSettings(
            @ConfigProperty(name = "ilium.limits.enabled") boolean enabled,
            @ConfigProperty(name = "ilium.limits.period") Duration period,
            @ConfigProperty(name = "ilium.limits.looking") int looking,
            @ConfigProperty(name = "ilium.limits.booking") int booking,
            @ConfigProperty(name = "ilium.limits.guessing") int guessing) {
        this.enabled = enabled;
        this.period = period;
        this.most =
                Map.of(
                        Allowance.LOOKING, looking,
                        Allowance.BOOKING, booking,
                        Allowance.GUESSING, guessing);
    }

    boolean enabled() {
        return enabled;
    }

    Duration period() {
        return period;
    }

    int of(Allowance allowance) {
        return Objects.requireNonNull(most.get(allowance));
    }
}
