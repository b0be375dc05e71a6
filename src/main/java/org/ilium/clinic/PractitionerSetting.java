package org.ilium.clinic;

import java.util.UUID;

/** A practitioner as the administrator sees her, also one who no longer works here. */
public record PractitionerSetting(UUID id, PractitionerEntry entry) {

    public boolean active() {
        return entry.works();
    }

    public String name() {
        return String.valueOf(entry.name());
    }
}
