package org.ilium.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Said;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.SettingsOutcome.Unknown;
import org.jspecify.annotations.Nullable;

/** How the administrator adds, changes and closes practitioners; by signed-in staff. */
@ApplicationScoped
public class PractitionerSettings {

    private final EntityManager database;
    private final ServiceSettings services;
    private final StaffAccounts accounts;
    private final Clashes clashes;
    private final AuditTrail audit;

    PractitionerSettings(
            EntityManager database,
            ServiceSettings services,
            StaffAccounts accounts,
            Clashes clashes,
            AuditTrail audit) {
        this.database = database;
        this.services = services;
        this.accounts = accounts;
        this.clashes = clashes;
        this.audit = audit;
    }

    /** Every practitioner, those who no longer work here last. */
    @Transactional
    public List<PractitionerSetting> all() {
        return database.createQuery(
                        "select distinct p from Practitioner p left join fetch p.services"
                                + " order by p.active desc, p.sortOrder, p.displayName",
                        Practitioner.class)
                .getResultStream()
                .map(Practitioner::setting)
                .toList();
    }

    @Transactional
    public Optional<PractitionerSetting> find(UUID id) {
        return Optional.ofNullable(database.find(Practitioner.class, id))
                .map(Practitioner::setting);
    }

    /** Therapists' accounts no other practitioner has, and the one this practitioner has. */
    @Transactional
    public List<Staff> freeAccounts(@Nullable UUID practitionerId) {
        Set<UUID> taken =
                all().stream()
                        .filter(p -> !p.id().equals(practitionerId))
                        .map(p -> p.entry().accountId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return accounts.all().stream()
                .filter(a -> a.active() && a.has(Roles.THERAPIST) && !taken.contains(a.id()))
                .toList();
    }

    /** Adds a practitioner when {@code id} is null. */
    @Transactional
    public SettingsOutcome save(@Nullable UUID id, PractitionerEntry entry) {
        SettingsLock.take(database, "practitioner");
        Practitioner practitioner = id == null ? null : database.find(Practitioner.class, id);
        if (id != null && practitioner == null) {
            return new Unknown();
        }
        EntryReader reader = new EntryReader();
        String name = reader.line("name", entry.name(), 120);
        String credentials = reader.optionalLine("credentials", entry.credentials(), 120);
        String profile = reader.text("profile", entry.profile(), 2000);
        checkServices(entry, reader);
        checkAccount(practitioner, entry, reader);
        if (!reader.isRight()) {
            return new Invalid(reader.errors());
        }
        if (practitioner == null) {
            practitioner = new Practitioner(name, null);
            database.persist(practitioner);
        } else {
            PractitionerEntry now = practitioner.setting().entry();
            if (!Objects.equals(now.version(), entry.version())) {
                return Stale.of(Objects.requireNonNull(now.version()), said(entry), said(now));
            }
        }
        practitioner.describe(name, credentials, profile);
        if (!practitioner.setting().entry().given().equals(entry.given())) {
            practitioner.offers(entry.given());
        }
        practitioner.work(entry.works(), entry.accountId());
        database.flush();
        PractitionerSetting kept = practitioner.setting();
        audit.record(id == null ? "create" : "update", "practitioner", kept.id(), null);
        return new Done(
                kept.id(),
                Objects.requireNonNull(kept.entry().version()),
                kept.active() ? clashes.ofPractitioner(kept.id()) : List.of());
    }

    private void checkServices(PractitionerEntry entry, EntryReader reader) {
        Set<UUID> known =
                services.all().stream().map(ServiceSetting::id).collect(Collectors.toSet());
        if (!known.containsAll(entry.given())) {
            reader.wrong("services", "Pick services of the list.");
        }
    }

    private void checkAccount(
            @Nullable Practitioner practitioner, PractitionerEntry entry, EntryReader reader) {
        UUID account = entry.accountId();
        PractitionerSetting now = practitioner == null ? null : practitioner.setting();
        // an account that was closed since may stay: her past work keeps its name
        boolean kept = now != null && Objects.equals(now.entry().accountId(), account);
        if (account != null
                && !kept
                && freeAccounts(now == null ? null : now.id()).stream()
                        .noneMatch(a -> a.id().equals(account))) {
            reader.wrong("accountId", "Pick a therapist's account that nobody else has.");
        }
    }

    /** The values with names in place of ids, for one whose change came too late. */
    private Map<String, Said> said(PractitionerEntry entry) {
        Map<String, Said> values = new LinkedHashMap<>(entry.values());
        String given =
                services.all().stream()
                        .filter(s -> entry.gives(s.id()))
                        .map(s -> String.valueOf(s.entry().name()))
                        .collect(Collectors.joining(", "));
        values.put("services", new Said("Services", given));
        UUID account = entry.accountId();
        String name =
                account == null
                        ? "none"
                        : accounts.find(account).map(Staff::displayName).orElse("none");
        values.put("accountId", new Said("Account", name));
        return values;
    }
}
