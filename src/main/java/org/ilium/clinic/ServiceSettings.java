package org.ilium.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.shared.Ids;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.SettingsOutcome.Unknown;
import org.jspecify.annotations.Nullable;

/** How the administrator adds, changes and closes services; changes are by signed-in staff. */
@ApplicationScoped
public class ServiceSettings {

    public static final List<String> MODES =
            Arrays.stream(ServiceMode.values()).map(ServiceMode::code).toList();

    private static final String TO_CONFIRM =
            " If that is meant, confirm it; else change the notice or the days ahead.";

    private static final int TWO_WEEKS = 14 * 24 * 60;

    private final EntityManager database;
    private final Clashes clashes;
    private final AuditTrail audit;

    ServiceSettings(EntityManager database, Clashes clashes, AuditTrail audit) {
        this.database = database;
        this.clashes = clashes;
        this.audit = audit;
    }

    /** Every service, those not offered any more last. */
    @Transactional
    public List<ServiceSetting> all() {
        return database.createQuery(
                        "from Service order by active desc, sortOrder, name", Service.class)
                .getResultStream()
                .map(Service::setting)
                .toList();
    }

    @Transactional
    public Optional<ServiceSetting> find(UUID id) {
        return Optional.ofNullable(database.find(Service.class, id)).map(Service::setting);
    }

    /** The usual services the clinic does not have yet. */
    @Transactional
    public List<UsualService> usualMissing() {
        List<String> known = all().stream().map(ServiceSetting::slug).toList();
        return Arrays.stream(UsualService.values()).filter(u -> !known.contains(u.slug())).toList();
    }

    /** Adds a usual service unless the clinic has it already. */
    @Transactional
    public void add(UsualService usual) {
        SettingsLock.take(database, "service");
        if (usualMissing().contains(usual)) {
            save(null, usual.entry());
        }
    }

    /** As {@link #save(UUID, ServiceEntry, boolean)}, nothing confirmed. */
    @Transactional
    public SettingsOutcome save(@Nullable UUID id, ServiceEntry entry) {
        return save(id, entry, false);
    }

    /**
     * Adds a service when {@code id} is null. Its address in links stays as it was at first. With a
     * notice and days ahead by which visitors hardly see a time it needs {@code noticeConfirmed}.
     */
    @Transactional
    public SettingsOutcome save(@Nullable UUID id, ServiceEntry entry, boolean noticeConfirmed) {
        SettingsLock.take(database, "service");
        // its length is read beside who gives it and when they work
        SettingsLock.take(database, "practitioner");
        Service service = id == null ? null : database.find(Service.class, id);
        if (id != null && service == null) {
            return new Unknown();
        }
        EntryReader reader = new EntryReader();
        ServiceInfo rules = read(service, entry, reader);
        if (reader.isRight()) {
            refuseClashes(service, rules, entry.offered(), reader);
        }
        if (reader.isRight()
                && !noticeConfirmed
                && entry.offered()
                && isOtherNotice(service, rules)) {
            clashes.seenLittle(rules)
                    .ifPresent(little -> reader.wrong("confirmNotice", little + TO_CONFIRM));
        }
        if (!reader.isRight()) {
            return new Invalid(reader.errors());
        }
        if (service == null) {
            service = new Service(rules, nextPlace());
            database.persist(service);
        } else {
            ServiceEntry now = service.setting().entry();
            if (!Objects.equals(now.version(), entry.version())) {
                return Stale.of(
                        Objects.requireNonNull(now.version()),
                        ServiceEntry.of(rules, entry.offered(), 0).values(),
                        now.values());
            }
            service.change(rules);
        }
        service.offer(entry.offered());
        database.flush();
        ServiceSetting kept = service.setting();
        audit.record(id == null ? "create" : "update", "service", kept.id(), null);
        return new Done(
                kept.id(), Objects.requireNonNull(kept.entry().version()), doubts(kept, rules));
    }

    /** What may not have been meant about a service, in sentences; nothing once it is closed. */
    @Transactional
    public List<String> doubts(UUID id) {
        Service service = database.find(Service.class, id);
        return service == null ? List.of() : doubts(service.setting(), service.info());
    }

    private List<String> doubts(ServiceSetting setting, ServiceInfo rules) {
        return setting.active() ? clashes.ofService(rules) : List.of();
    }

    /** What was confirmed once is not asked again for another name. */
    private static boolean isOtherNotice(@Nullable Service service, ServiceInfo rules) {
        if (service == null || !service.setting().active()) {
            return true;
        }
        ServiceInfo now = service.info();
        return !now.minimumNotice().equals(rules.minimumNotice())
                || now.horizonDays() != rules.horizonDays()
                || now.publicBookable() != rules.publicBookable();
    }

    private void refuseClashes(
            @Nullable Service service, ServiceInfo rules, boolean offered, EntryReader reader) {
        Clashes.ofNotice(rules)
                .or(() -> offered ? clashes.seenNever(rules) : Optional.empty())
                .ifPresent(
                        why -> {
                            reader.wrong("minimumNoticeMinutes", why);
                            reader.wrong(
                                    "horizonDays",
                                    "Must be longer than the notice, and leave time to book.");
                        });
        if (service == null || !offered) {
            return;
        }
        // what did not fit before may keep its length while the hours are seen to
        ServiceSetting now = service.setting();
        boolean changed = !now.active() || service.info().length().compareTo(rules.length()) < 0;
        int longest = clashes.longestOpen(rules.id());
        if (changed && longest > 0 && rules.length().toMinutes() > longest) {
            reader.wrong("lengthMinutes", Clashes.tooLong(rules, longest));
        }
    }

    private ServiceInfo read(@Nullable Service service, ServiceEntry entry, EntryReader reader) {
        String name = reader.line("name", entry.name(), 120);
        reader.oneOf("mode", entry.mode(), MODES);
        return new ServiceInfo(
                service == null ? Ids.next() : service.setting().id(),
                service == null ? freeSlug(name) : service.setting().slug(),
                name,
                minutes(reader, "lengthMinutes", entry.lengthMinutes(), 5, 480),
                minutes(reader, "bufferBeforeMinutes", entry.bufferBeforeMinutes(), 0, 120),
                minutes(reader, "bufferAfterMinutes", entry.bufferAfterMinutes(), 0, 120),
                minutes(reader, "minimumNoticeMinutes", entry.minimumNoticeMinutes(), 0, TWO_WEEKS),
                reader.number("horizonDays", entry.horizonDays(), 1, 366),
                minutes(reader, "stepMinutes", entry.stepMinutes(), 5, 240),
                String.valueOf(entry.mode()),
                entry.publicBookable());
    }

    private static Duration minutes(
            EntryReader reader, String field, @Nullable Integer entered, int least, int most) {
        return Duration.ofMinutes(reader.number(field, entered, least, most));
    }

    private String freeSlug(String name) {
        List<String> taken = all().stream().map(ServiceSetting::slug).toList();
        String slug = slug(name);
        String free = slug;
        for (int n = 2; taken.contains(free); n++) {
            free = slug + "-" + n;
        }
        return free;
    }

    /** The name in small plain letters, such as {@code phone-consult}. */
    static String slug(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "service" : plain.substring(0, Math.min(50, plain.length()));
    }

    private int nextPlace() {
        return database.createQuery(
                        "select coalesce(max(sortOrder), 0) + 1 from Service", Integer.class)
                .getSingleResult();
    }
}
