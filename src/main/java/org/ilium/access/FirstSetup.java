package org.ilium.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ilium.access.AccountOutcome.Refused;
import org.ilium.shared.DemoMode;
import org.jboss.logging.Logger;

/**
 * The first start of a clinic that has no accounts: prints a link, good once and for 24 hours, with
 * which the first administrator makes her account. The next start prints a new one.
 */
@ApplicationScoped
public class FirstSetup {

    private static final Logger LOG = Logger.getLogger(FirstSetup.class);

    private final StaffAccountRepository repository;
    private final StaffAccounts accounts;
    private final SetupLinks links;
    private final boolean demo;

    FirstSetup(
            StaffAccountRepository repository,
            StaffAccounts accounts,
            SetupLinks links,
            DemoMode demo) {
        this.repository = repository;
        this.accounts = accounts;
        this.links = links;
        this.demo = demo.isOn();
    }

    @Transactional
    void atStart(@Observes StartupEvent event) {
        if (!demo) {
            newLink()
                    .ifPresent(
                            link ->
                                    LOG.infof(
                                            "This clinic has no accounts yet. Make the"
                                                    + " administrator's here, within 24 hours: %s",
                                            link));
        }
    }

    /** A new link, the one before revoked; empty when the clinic has accounts. */
    @Transactional
    Optional<String> newLink() {
        return repository.count() > 0
                ? Optional.empty()
                : Optional.of(links.mintForFirstAdministrator());
    }

    @Transactional
    public boolean isGood(String token) {
        return repository.count() == 0 && links.isGoodForFirstAdministrator(token);
    }

    /**
     * Makes the first administrator, who has the other roles too that she names, and uses the link
     * up; a refusal leaves the link good.
     */
    @Transactional
    public AccountOutcome complete(
            String token,
            String displayName,
            String email,
            String password,
            Set<String> otherRoles) {
        if (repository.count() > 0) {
            return new Refused(AccountRefusal.ALREADY_SET_UP);
        }
        if (!links.lockForFirstAdministrator(token)) {
            return new Refused(AccountRefusal.LINK_NOT_USABLE);
        }
        Set<String> roles = new HashSet<>(otherRoles);
        roles.add(Roles.ADMINISTRATOR);
        AccountOutcome outcome = accounts.createWithPassword(email, displayName, roles, password);
        if (!(outcome instanceof Refused)) {
            links.useUp(token);
        }
        return outcome;
    }
}
