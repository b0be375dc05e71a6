package org.ilium.shared;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Optional;

/** Reads a setting that says how often something is done: {@code 10s}, {@code PT1H} or off. */
public final class Every {

    private Every() {}

    /** The pause it names; empty when it says {@code off}. */
    public static Optional<Duration> of(String setting) {
        if (setting.strip().equalsIgnoreCase("off")) {
            return Optional.empty();
        }
        Duration pause = DurationConverter.parseDuration(setting.strip());
        if (pause == null || pause.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException(
                    "How often must be a time such as 10s, or off, not " + setting);
        }
        return Optional.of(pause);
    }
}
