package org.ilium.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** A member of staff as the framework's security sees one. */
public final class StaffIdentity {

    private StaffIdentity() {}

    public static SecurityIdentity of(Staff staff) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(staff.id().toString()))
                .addRoles(staff.roles())
                .addRoles(May.with(staff.roles()))
                .addAttribute(CurrentStaff.ACCOUNT_ID, staff.id())
                .addAttribute(CurrentStaff.DISPLAY_NAME, staff.displayName())
                .build();
    }
}
