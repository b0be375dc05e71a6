package org.ilium.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AccountOutcome.Done;
import org.ilium.access.AccountOutcome.Refused;

/** What each account may do, changed by an administrator; somebody always stays one. */
@ApplicationScoped
public class StaffRoles {

    private final StaffAccountRepository accounts;
    private final AuditTrail audit;

    StaffRoles(StaffAccountRepository accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Gives an account these roles instead of those it has; its sessions have them from the next
     * request on. {@code seenVersion} is the one the editor began from. The last administrator who
     * can sign in keeps that role.
     */
    @Transactional
    public AccountOutcome change(UUID id, Set<String> roles, int seenVersion) {
        List<StaffAccount> administrators = accounts.lockActiveAdministrators();
        Optional<StaffAccount> found =
                accounts.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        if (found.isEmpty()) {
            return new Refused(AccountRefusal.ACCOUNT_UNKNOWN);
        }
        StaffAccount account = found.get();
        if (!areKnown(roles)) {
            return new Refused(AccountRefusal.ROLE_MISSING);
        }
        if (account.version != seenVersion) {
            return new Refused(AccountRefusal.ROLES_STALE);
        }
        if (!roles.contains(Roles.ADMINISTRATOR) && isLast(account, administrators)) {
            return new Refused(AccountRefusal.LAST_ADMINISTRATOR_ROLE);
        }
        if (!account.roles.equals(roles)) {
            account.roles.retainAll(roles);
            account.roles.addAll(roles);
            accounts.flush();
            audit.record("change-roles", "staff-account", id, null);
        }
        return new Done(account.view());
    }

    /** One who has not chosen a password yet does not count beside one who has. */
    static boolean isLast(StaffAccount account, List<StaffAccount> administrators) {
        return administrators.contains(account)
                && administrators.stream()
                        .filter(other -> !other.equals(account))
                        .noneMatch(o -> o.passwordHash != null || account.passwordHash == null);
    }

    static boolean areKnown(Set<String> roles) {
        return !roles.isEmpty() && Roles.ALL.containsAll(roles);
    }
}
