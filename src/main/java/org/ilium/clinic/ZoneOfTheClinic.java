package org.ilium.clinic;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.ilium.access.ClinicZone;

/** The zone of the clinic's profile. */
@Singleton
class ZoneOfTheClinic implements ClinicZone {

    private final ClinicDirectory directory;

    ZoneOfTheClinic(ClinicDirectory directory) {
        this.directory = directory;
    }

    @Override
    public ZoneId zone() {
        return directory.profile().zone();
    }
}
