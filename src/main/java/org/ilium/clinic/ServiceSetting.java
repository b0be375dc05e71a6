package org.ilium.clinic;

import java.util.UUID;

/** A service as the administrator sees it, also one that is not offered any more. */
public record ServiceSetting(UUID id, String slug, ServiceEntry entry) {

    public boolean active() {
        return entry.offered();
    }
}
