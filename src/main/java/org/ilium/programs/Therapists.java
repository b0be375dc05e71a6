package org.ilium.programs;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;

/** Whose work a plan is: its sender's while she treats here, and then everybody's. */
@Singleton
class Therapists {

    private final StaffAccounts accounts;
    private final CurrentStaff staff;

    Therapists(StaffAccounts accounts, CurrentStaff staff) {
        this.accounts = accounts;
        this.staff = staff;
    }

    /** The accounts that treat here, but for the signed-in one. */
    Set<UUID> others() {
        return accounts.all().stream()
                .filter(Therapists::treats)
                .map(Staff::id)
                .filter(id -> !id.equals(staff.id()))
                .collect(Collectors.toSet());
    }

    private static boolean treats(Staff account) {
        return account.active() && May.with(account.roles()).contains(May.TREAT);
    }
}
