package org.ilium.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a change to the settings; anything but {@link Done} has changed nothing. */
public sealed interface SettingsOutcome {

    /** Kept; {@code id} is null for the clinic itself, {@code version} is to be sent next time. */
    record Done(@Nullable UUID id, int version) implements SettingsOutcome {}

    /** Some fields are wrong; each is named. */
    record Invalid(FieldErrors errors) implements SettingsOutcome {}

    /** Somebody changed it since it was read; {@code kept} is what stands now and differs. */
    record Stale(int version, List<Kept> kept) implements SettingsOutcome {

        public static Stale of(int version, Map<String, String> entered, Map<String, String> now) {
            return new Stale(
                    version,
                    now.entrySet().stream()
                            .filter(e -> !Objects.equals(e.getValue(), entered.get(e.getKey())))
                            .map(e -> new Kept(e.getKey(), e.getValue()))
                            .toList());
        }
    }

    /** There is no such thing. */
    record Unknown() implements SettingsOutcome {}

    /** What a field, by its label, holds now. */
    record Kept(String label, String value) {}
}
