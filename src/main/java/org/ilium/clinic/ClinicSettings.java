package org.ilium.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.ilium.access.AuditTrail;
import org.ilium.shared.EmailAddress;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.ZoneChoices;
import org.jspecify.annotations.Nullable;

/** How the administrator fills in and changes the clinic's profile. */
@ApplicationScoped
public class ClinicSettings {

    private static final String ZONE = "zone";
    private static final String TO_CONFIRM =
            " If the zone was wrong before, confirm the change; else move or cancel them first.";

    private final EntityManager database;
    private final ZoneChange zones;
    private final PhoneNumbers phones;
    private final AuditTrail audit;
    private final Event<ClinicSaved> saved;

    ClinicSettings(
            EntityManager database,
            ZoneChange zones,
            PhoneNumbers phones,
            AuditTrail audit,
            Event<ClinicSaved> saved) {
        this.database = database;
        this.zones = zones;
        this.phones = phones;
        this.audit = audit;
        this.saved = saved;
    }

    /** What is kept; {@link ClinicEntry#EMPTY} before the first set-up. */
    @Transactional
    public ClinicEntry current() {
        Clinic clinic = database.find(Clinic.class, Clinic.ONLY);
        return clinic == null ? ClinicEntry.EMPTY : clinic.entry();
    }

    /**
     * Fills in or changes the profile; by signed-in staff. Another time zone under appointments
     * whose clock time it changes needs {@code zoneConfirmed}.
     */
    @Transactional
    public SettingsOutcome save(ClinicEntry entry, boolean zoneConfirmed) {
        EntryReader reader = new EntryReader();
        ClinicProfile profile = read(entry, reader);
        if (profile == null || !reader.isRight()) {
            return new Invalid(reader.errors());
        }
        SettingsLock.take(database, "clinic");
        Clinic clinic = database.find(Clinic.class, Clinic.ONLY);
        if (clinic == null) {
            clinic = new Clinic(profile);
            database.persist(clinic);
        } else if (!Objects.equals(entry.version(), clinic.entry().version())) {
            ClinicEntry now = clinic.entry();
            return Stale.of(
                    Objects.requireNonNull(now.version()),
                    new Clinic(profile).entry().values(),
                    now.values());
        } else {
            ZoneId before = clinic.profile().zone();
            Optional<String> moved =
                    zoneConfirmed ? Optional.empty() : zones.moved(before, profile.zone());
            if (moved.isPresent()) {
                reader.wrong("confirmZone", moved.get() + TO_CONFIRM);
                return new Invalid(reader.errors());
            }
            clinic.change(profile);
        }
        database.flush();
        audit.record("update", "clinic", null, null);
        saved.fire(new ClinicSaved());
        return new Done(null, Objects.requireNonNull(clinic.entry().version()));
    }

    private @Nullable ClinicProfile read(ClinicEntry entry, EntryReader reader) {
        String name = reader.line("name", entry.name(), 120);
        String shortName = reader.line("shortName", entry.shortName(), 40);
        String senderName = reader.line("senderName", entry.senderName(), 60);
        String typed = reader.line("phone", entry.phone(), 40);
        String phone = phones.e164(typed).orElse("");
        if (phone.isEmpty()) {
            reader.wrong("phone", "This is not a phone number. Outside the US begin with +.");
        }
        String email = reader.optionalLine("email", entry.email(), 254);
        if (email != null) {
            EmailAddress.fault(email).ifPresent(fault -> reader.wrong("email", fault));
            if (!EmailAddress.isPlain(email)) {
                reader.wrong(
                        "email",
                        "Not every mail program can answer this address. Before the @ use plain"
                                + " letters, a to z.");
            }
        }
        String address = reader.optionalLine("address", entry.address(), 200);
        String about = reader.text("about", entry.about(), 2000);
        String zone = reader.line(ZONE, entry.zone(), 60);
        if (!ZoneChoices.isPlace(zone)) {
            reader.wrong(ZONE, "Pick a time zone of the list.");
            return null;
        }
        return new ClinicProfile(
                name, shortName, senderName, phone, email, address, ZoneId.of(zone), about, true);
    }
}
