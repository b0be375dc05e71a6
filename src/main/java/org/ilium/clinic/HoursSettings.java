package org.ilium.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.AuditTrail;
import org.ilium.clinic.HoursLine.Window;
import org.ilium.shared.Interval;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Said;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.SettingsOutcome.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * How the administrator sets a practitioner's hours; by signed-in staff. Every change raises the
 * practitioner's version. Past exceptions are kept as they are.
 */
@ApplicationScoped
public class HoursSettings {

    private final EntityManager database;
    private final HoursTables tables;
    private final ClinicDirectory clinic;
    private final Clashes clashes;
    private final AuditTrail audit;
    private final Event<TimeBlocked> blocked;
    private final Clock clock;

    HoursSettings(
            EntityManager database,
            HoursTables tables,
            ClinicDirectory clinic,
            Clashes clashes,
            AuditTrail audit,
            Event<TimeBlocked> blocked,
            Clock clock) {
        this.database = database;
        this.tables = tables;
        this.clinic = clinic;
        this.clashes = clashes;
        this.audit = audit;
        this.blocked = blocked;
        this.clock = clock;
    }

    /** A time in which she does not work; {@code reason} is for staff only. */
    public record TimeOff(UUID id, Interval time, @Nullable String reason) {}

    /** Hours as they stand: exceptions from today on, and time off that is not over. */
    public record Hours(
            int version, List<Window> weekly, List<Window> exceptions, List<TimeOff> timeOff) {}

    /** Who has weekly hours, or opens on a date from today on. */
    @Transactional
    public Set<UUID> everOpen() {
        return tables.everOpen(today());
    }

    /** Empty when there is no such practitioner. */
    @Transactional
    public Optional<Hours> of(UUID practitioner) {
        return Optional.ofNullable(tables.version(practitioner))
                .map(
                        version ->
                                new Hours(
                                        version,
                                        tables.weekly(practitioner),
                                        tables.exceptions(practitioner, today()),
                                        tables.timeOff(practitioner, clock.instant())));
    }

    /** Replaces the weekly hours. */
    @Transactional
    public SettingsOutcome saveWeekly(
            UUID practitioner, List<HoursLine> weekly, @Nullable Integer version) {
        return save(practitioner, weekly, null, version);
    }

    /** Replaces the weekly hours and, unless they are null, the exceptions from today on. */
    @Transactional
    public SettingsOutcome save(
            UUID practitioner,
            List<HoursLine> weekly,
            @Nullable List<HoursLine> exceptions,
            @Nullable Integer version) {
        lock();
        Integer now = tables.version(practitioner);
        if (now == null) {
            return new Unknown();
        }
        EntryReader reader = new EntryReader();
        HoursReader hours = new HoursReader(reader, today());
        List<Window> windows = new ArrayList<>(hours.windows(weekly, List.of()));
        refuseTooShort(practitioner, weekly, windows, reader);
        if (exceptions != null) {
            List<Window> dated = hours.windows(exceptions, List.of());
            refuseTooShort(practitioner, exceptions, dated, reader);
            windows.addAll(dated);
        }
        if (!reader.isRight()) {
            return new Invalid(reader.errors());
        }
        if (!Objects.equals(now, version)) {
            return Stale.of(
                    now,
                    said(windows, exceptions == null ? null : windows),
                    said(
                            tables.weekly(practitioner),
                            exceptions == null ? null : tables.exceptions(practitioner, today())));
        }
        tables.deleteWeekly(practitioner);
        if (exceptions != null) {
            tables.deleteExceptions(practitioner, today());
        }
        windows.forEach(window -> tables.add(practitioner, window));
        return changed("update", "hours", practitioner, practitioner);
    }

    /** Adds hours for a date, or closes it. */
    @Transactional
    public SettingsOutcome addException(UUID practitioner, HoursLine line) {
        lock();
        if (tables.version(practitioner) == null) {
            return new Unknown();
        }
        EntryReader reader = new EntryReader();
        List<Window> kept = tables.exceptions(practitioner, today());
        List<Window> read = new HoursReader(reader, today()).windows(List.of(line), kept);
        List<Window> all = new ArrayList<>(kept);
        all.addAll(read);
        refuseTooShort(practitioner, List.of(line), all, reader);
        if (!reader.isRight()) {
            return new Invalid(reader.errors());
        }
        read.forEach(window -> tables.add(practitioner, window));
        return changed("create", "hours-exception", practitioner, practitioner);
    }

    @Transactional
    public SettingsOutcome removeException(UUID practitioner, UUID id) {
        lock();
        return tables.delete("hours_exception", practitioner, id)
                ? changed("delete", "hours-exception", practitioner, id)
                : new Unknown();
    }

    /** Adds time off between two clinic-local times, such as 2027-05-31T09:00. */
    @Transactional
    public SettingsOutcome addTimeOff(
            UUID practitioner,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String reason) {
        lock();
        if (tables.version(practitioner) == null) {
            return new Unknown();
        }
        EntryReader reader = new EntryReader();
        Interval time =
                new LocalTimeReader(reader, clinic.profile().zone(), clock.instant())
                        .interval(starts, ends);
        String why = reader.optionalLine("reason", reason, Absences.LONGEST_REASON);
        if (time == null || !reader.isRight()) {
            return new Invalid(reader.errors());
        }
        UUID id = tables.addTimeOff(practitioner, time, why);
        blocked.fire(new TimeBlocked(practitioner, time));
        return changed("create", "time-off", practitioner, id);
    }

    @Transactional
    public SettingsOutcome removeTimeOff(UUID practitioner, UUID id) {
        lock();
        return tables.delete("time_off", practitioner, id)
                ? changed("delete", "time-off", practitioner, id)
                : new Unknown();
    }

    /** A time in which no visit that she gives could ever lie is a mistyped one. */
    private void refuseTooShort(
            UUID practitioner, List<HoursLine> lines, List<Window> windows, EntryReader reader) {
        if (!reader.isRight()) {
            return;
        }
        List<Clashes.Given> given = clashes.given(practitioner);
        for (Window window : clashes.tooShort(windows, given)) {
            lines.stream()
                    .filter(line -> line.isFor(window))
                    .findFirst()
                    .ifPresent(
                            line ->
                                    reader.wrong(
                                            line.field() + "ends",
                                            "Too short for any visit: the shortest, %s, takes %d minutes."
                                                    .formatted(
                                                            given.get(0).name(),
                                                            given.get(0).minutes())));
        }
    }

    /** What may not have been meant about her hours and services, in sentences. */
    @Transactional
    public List<String> doubts(UUID practitioner) {
        return clashes.ofPractitioner(practitioner);
    }

    /** Her hours are read beside the lengths of what she gives. */
    private void lock() {
        SettingsLock.take(database, "service");
        SettingsLock.take(database, "practitioner");
    }

    private SettingsOutcome changed(String action, String entity, UUID practitioner, UUID id) {
        tables.raiseVersion(practitioner);
        audit.record(action, entity, id, null);
        return new Done(
                id,
                Objects.requireNonNull(tables.version(practitioner)),
                clashes.ofPractitioner(practitioner));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.profile().zone());
    }

    /** By weekday and, unless they are null, the dates; a field is named as in the entry. */
    private static Map<String, Said> said(List<Window> weekly, @Nullable List<Window> exceptions) {
        Map<String, Said> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String hours =
                    weekly.stream()
                            .filter(w -> w.day() == day)
                            .map(Window::shown)
                            .collect(Collectors.joining(", "));
            days.put(
                    "weekly." + HoursLine.word(day),
                    new Said(
                            day.getDisplayName(TextStyle.FULL, Locale.US),
                            hours.isEmpty() ? "closed" : hours));
        }
        if (exceptions != null) {
            String dates =
                    exceptions.stream()
                            .filter(w -> w.date() != null)
                            .map(w -> w.date() + " " + w.shown())
                            .sorted()
                            .collect(Collectors.joining(", "));
            days.put("exceptions", new Said("Exceptions", dates));
        }
        return days;
    }
}
