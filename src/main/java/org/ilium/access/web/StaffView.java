package org.ilium.access.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.access.Roles;
import org.ilium.access.Staff;

/** An account as JSON shows it. */
@Schema(name = "Account")
record StaffView(
        UUID id,
        String email,
        String displayName,
        @Schema(enumeration = {Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR})
                List<String> roles) {

    static StaffView of(Staff staff) {
        return new StaffView(
                staff.id(),
                staff.email(),
                staff.displayName(),
                Roles.ALL.stream().filter(staff::has).toList());
    }
}
