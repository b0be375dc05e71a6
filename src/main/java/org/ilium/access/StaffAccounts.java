package org.ilium.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.AccountOutcome.Done;
import org.ilium.access.AccountOutcome.Invited;
import org.ilium.access.AccountOutcome.Refused;
import org.ilium.access.AccountOutcome.TooSoon;
import org.ilium.access.SignInLanes.Go;
import org.ilium.access.SignInLanes.Turn;
import org.ilium.access.SignInLanes.Wait;
import org.ilium.shared.EmailAddress;
import org.ilium.shared.Ids;
import org.ilium.shared.TypedText;
import org.jspecify.annotations.Nullable;

/** The accounts of the staff. Closing one, or giving it a new password, ends its sessions. */
@ApplicationScoped
public class StaffAccounts {

    private final StaffAccountRepository accounts;
    private final StaffSessions sessions;
    private final SetupLinks links;
    private final AuditTrail audit;
    private final AccountEvents events;
    private final SignInLanes lanes;
    private final Validator validator;
    private final Clock clock;
    private final Instance<GuessableWords> guessable;

    StaffAccounts(
            StaffAccountRepository accounts,
            StaffSessions sessions,
            SetupLinks links,
            AuditTrail audit,
            AccountEvents events,
            SignInLanes lanes,
            Validator validator,
            Clock clock,
            Instance<GuessableWords> guessable) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.audit = audit;
        this.events = events;
        this.lanes = lanes;
        this.validator = validator;
        this.clock = clock;
        this.guessable = guessable;
    }

    @Transactional
    public Optional<Staff> find(UUID id) {
        return accounts.findByIdOptional(id).map(StaffAccount::view);
    }

    @Transactional
    public Optional<Staff> findByEmail(String email) {
        return accounts.findByEmail(normal(email)).map(StaffAccount::view);
    }

    /** Every account, closed ones too, by name. */
    @Transactional
    public List<Staff> all() {
        return accounts
                .find(
                        "from StaffAccount a left join fetch a.roles"
                                + " order by a.active desc, lower(a.displayName), a.id")
                .list()
                .stream()
                .map(StaffAccount::view)
                .toList();
    }

    /** The names to show for these accounts; ids of no account are left out. */
    @Transactional
    public Map<UUID, String> names(Collection<UUID> ids) {
        return accounts
                .find("from StaffAccount a left join fetch a.roles where a.id in ?1", ids)
                .list()
                .stream()
                .collect(Collectors.toMap(a -> a.id, a -> a.displayName));
    }

    /** Makes an account that can sign in at once: for demo data and the first administrator. */
    @Transactional
    public AccountOutcome createWithPassword(
            String email, String displayName, Set<String> roles, String password) {
        List<AccountRefusal> refusals = refusals(email, displayName, roles);
        if (!isOfTheDemo(email, password)) {
            Passwords.refusal(password, words(displayName, email)).ifPresent(refusals::add);
        }
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        StaffAccount account = add(email, displayName, roles);
        account.passwordHash = Passwords.hash(password);
        accounts.flush();
        audit.recordBySystem("create", "staff-account", account.id, null);
        return new Done(account.view());
    }

    /** Makes an account that cannot sign in until it is invited; by the program itself. */
    @Transactional
    public AccountOutcome create(String email, String displayName, Set<String> roles) {
        List<AccountRefusal> refusals = refusals(email, displayName, roles);
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        StaffAccount account = add(email, displayName, roles);
        audit.recordBySystem("create", "staff-account", account.id, null);
        return new Done(account.view());
    }

    /** Makes an account whose owner chooses the password through the link. By signed-in staff. */
    @Transactional
    public AccountOutcome invite(String email, String displayName, Set<String> roles) {
        List<AccountRefusal> refusals = refusals(email, displayName, roles);
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        StaffAccount account = add(email, displayName, roles);
        accounts.flush();
        audit.record("create", "staff-account", account.id, null);
        return new Invited(account.view(), links.mintFor(account.id));
    }

    /**
     * A new link for an account whose password is lost or was never chosen; ends the links before.
     * A closed account is opened again, without its old password.
     */
    @Transactional
    public AccountOutcome inviteAgain(UUID id) {
        Optional<StaffAccount> found = accounts.findByIdOptional(id);
        if (found.isEmpty()) {
            return new Refused(AccountRefusal.ACCOUNT_UNKNOWN);
        }
        StaffAccount account = found.get();
        if (!account.active) {
            account.active = true;
            account.passwordHash = null;
        }
        audit.record("invite", "staff-account", id, null);
        return new Invited(account.view(), links.mintFor(id));
    }

    /** Closes an account: its sessions and links end now. The last administrator's stays open. */
    @Transactional
    public AccountOutcome deactivate(UUID id) {
        List<StaffAccount> administrators = accounts.lockActiveAdministrators();
        Optional<StaffAccount> found = accounts.findByIdOptional(id);
        if (found.isEmpty()) {
            return new Refused(AccountRefusal.ACCOUNT_UNKNOWN);
        }
        StaffAccount account = found.get();
        if (StaffRoles.isLast(account, administrators)) {
            return new Refused(AccountRefusal.LAST_ADMINISTRATOR);
        }
        account.active = false;
        sessions.endAll(id);
        links.revokeFor(id);
        audit.record("deactivate", "staff-account", id, null);
        return new Done(account.view());
    }

    /**
     * Changes the password of one who knows the old one; every session ends, this one too. Whoever
     * finds a desk unattended cannot try one old password after another.
     */
    public AccountOutcome changePassword(
            UUID id, String currentPassword, String newPassword, Caller caller) {
        Turn turn = lanes.takeForChange(id);
        if (turn instanceof Wait refused) {
            return new TooSoon(refused.remaining());
        }
        AccountOutcome outcome =
                QuarkusTransaction.requiringNew()
                        .call(() -> change(id, currentPassword, newPassword, caller));
        boolean wrong =
                outcome instanceof Refused refused
                        && refused.refusal() == AccountRefusal.PASSWORD_WRONG;
        if (wrong) {
            events.ofOwner(id, "change-password-failed", caller);
        } else {
            lanes.giveBack(((Go) turn).lanes());
        }
        return outcome;
    }

    private AccountOutcome change(
            UUID id, String currentPassword, String newPassword, Caller caller) {
        StaffAccount account = accounts.findById(id);
        if (!Passwords.matches(currentPassword, account.passwordHash)) {
            return new Refused(AccountRefusal.PASSWORD_WRONG);
        }
        return setPassword(account, newPassword, caller);
    }

    /** Whose invite link it is; empty when it has been used, has run out or was never made. */
    @Transactional
    public Optional<Staff> invitedBy(String token) {
        return links.accountOf(token).flatMap(this::find).filter(Staff::active);
    }

    /** Sets the password for which an invite link was given, and uses the link up. */
    @Transactional
    public AccountOutcome acceptInvite(String token, String password, Caller caller) {
        Optional<StaffAccount> account =
                links.lockAccountOf(token).map(accounts::findById).filter(a -> a.active);
        if (account.isEmpty()) {
            return new Refused(AccountRefusal.LINK_NOT_USABLE);
        }
        AccountOutcome outcome = setPassword(account.get(), password, caller);
        if (outcome instanceof Done) {
            links.useUp(token);
        }
        return outcome;
    }

    private AccountOutcome setPassword(StaffAccount account, String password, Caller caller) {
        Optional<AccountRefusal> refusal =
                Passwords.refusal(password, words(account.displayName, account.email));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        account.passwordHash = Passwords.hash(password);
        accounts.flush();
        sessions.endAll(account.id);
        events.ofOwner(account.id, "change-password", caller);
        return new Done(account.view());
    }

    /** Printed for everybody to read; its accounts open nothing outside the demo. */
    private static boolean isOfTheDemo(String email, String password) {
        return normal(email).endsWith(DemoAccounts.DOMAIN)
                && password.equals(DemoAccounts.PASSWORD);
    }

    /** What everybody who knows her would try. */
    private List<String> words(String displayName, String email) {
        List<String> words = new ArrayList<>(List.of(displayName, email, "Ilium"));
        guessable.forEach(known -> words.addAll(known.guessable()));
        return words;
    }

    private StaffAccount add(String email, String displayName, Set<String> roles) {
        StaffAccount account =
                new StaffAccount(
                        Ids.next(),
                        normal(email),
                        TypedText.line(displayName),
                        roles,
                        clock.instant());
        accounts.persist(account);
        return account;
    }

    private List<AccountRefusal> refusals(String email, String displayName, Set<String> roles) {
        List<AccountRefusal> refusals = new ArrayList<>();
        String name = displayName == null ? "" : TypedText.line(displayName);
        if (!TypedText.isName(name)
                || !TypedText.isLine(name)
                || !validator.validateValue(Entered.class, "displayName", name).isEmpty()) {
            refusals.add(AccountRefusal.NAME_INVALID);
        }
        if (EmailAddress.forRelay(normal(email)).isEmpty()) {
            refusals.add(AccountRefusal.EMAIL_INVALID);
        } else if (accounts.findByEmail(normal(email)).isPresent()) {
            refusals.add(AccountRefusal.EMAIL_TAKEN);
        }
        if (!StaffRoles.areKnown(roles)) {
            refusals.add(AccountRefusal.ROLE_MISSING);
        }
        return refusals;
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** What may be entered, for the validator. */
    static class Entered {
        @NotBlank
        @Size(max = 120)
        @Pattern(regexp = "\\P{Cntrl}*")
        @Nullable String displayName;
    }
}
