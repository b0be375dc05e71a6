package org.ilium.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a change to the settings; anything but {@link Done} has changed nothing. */
public sealed interface SettingsOutcome {

    /**
     * Kept; {@code id} is null for the clinic itself, {@code version} is to be sent next time;
     * {@code warnings} are sentences about settings that may not have been meant together.
     */
    record Done(@Nullable UUID id, int version, List<String> warnings) implements SettingsOutcome {

        public Done(@Nullable UUID id, int version) {
            this(id, version, List.of());
        }
    }

    /** Some fields are wrong; each is named. */
    record Invalid(FieldErrors errors) implements SettingsOutcome {}

    /** Somebody changed it since it was read; {@code differences} is where the two differ. */
    record Stale(int version, List<Difference> differences) implements SettingsOutcome {

        /** By field, each with its label. */
        public static Stale of(int version, Map<String, Said> entered, Map<String, Said> now) {
            Differences differences = new Differences();
            now.forEach(
                    (field, said) -> {
                        Said mine = entered.get(field);
                        differences.compare(
                                field,
                                said.label(),
                                mine == null ? null : mine.value(),
                                said.value());
                    });
            return new Stale(version, differences.list());
        }
    }

    /** There is no such thing. */
    record Unknown() implements SettingsOutcome {}

    /** What a field holds, in words, under its label. */
    record Said(String label, String value) {}
}
