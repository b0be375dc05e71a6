package org.ilium.demo;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/**
 * Makes the demo clinic through the same services that staff and patients use, in one transaction:
 * it is there wholly or not at all, and no worker sees a message of it before it is marked as told.
 */
@Singleton
class DemoData {

    private final DemoMarker marker;
    private final DemoClinic clinic;

    DemoData(DemoMarker marker, DemoClinic clinic) {
        this.marker = marker;
        this.clinic = clinic;
    }

    /** Does nothing when another process is making it. */
    @Transactional
    @ActivateRequestContext
    void load() {
        if (!marker.set()) {
            return;
        }
        clinic.make();
    }
}
