package org.ilium.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.shared.Ids;
import org.ilium.shared.Interval;
import org.ilium.shared.TimeOfDay;
import org.ilium.shared.sql.Row;
import org.ilium.shared.sql.Sql;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Said;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.SettingsOutcome.Unknown;
import org.jspecify.annotations.Nullable;

/** Time off of practitioners and of the whole clinic; changed by signed-in staff. */
@ApplicationScoped
public class Absences {

    static final int LONGEST_REASON = 200;

    private static final TimeOfDay.AfterDate MOMENT = TimeOfDay.after("EEE, MMM d, uuuu");
    private static final String SELECT =
            "select id, practitioner_id, starts, ends, reason, version from time_off ";
    private static final String ENTITY = "time-off";

    private final Sql sql;
    private final ClinicDirectory clinic;
    private final AuditTrail audit;
    private final Event<TimeBlocked> blocked;
    private final Clock clock;

    Absences(
            Sql sql,
            ClinicDirectory clinic,
            AuditTrail audit,
            Event<TimeBlocked> blocked,
            Clock clock) {
        this.sql = sql;
        this.clinic = clinic;
        this.audit = audit;
        this.blocked = blocked;
        this.clock = clock;
    }

    public Optional<Absence> find(UUID id) {
        return sql.list(SELECT + "where id = ?", Absences::absence, id).stream().findFirst();
    }

    /** Everybody's that is not over, by start. */
    public List<Absence> coming() {
        return sql.list(
                SELECT + "where ends > ? order by starts, id", Absences::absence, clock.instant());
    }

    /** What keeps any of these from working in the window, by start; the clinic's included. */
    public List<Absence> during(Collection<UUID> practitioners, Interval window) {
        return sql.list(
                SELECT
                        + "where (practitioner_id is null or practitioner_id = any(?))"
                        + " and ends > ? and starts < ? order by starts, id",
                Absences::absence,
                practitioners,
                window.start(),
                window.end());
    }

    @Transactional
    public SettingsOutcome add(AbsenceEntry entry) {
        EntryReader reader = new EntryReader();
        Interval time = read(entry, reader);
        String reason = reader.optionalLine("reason", entry.reason(), LONGEST_REASON);
        if (time != null && isEntered(entry.practitionerId(), time)) {
            reader.wrong("starts", "This time off is entered already.");
        }
        if (time == null || !reader.isRight()) {
            return new Invalid(reader.errors());
        }
        UUID id = Ids.next();
        sql.change(
                "insert into time_off (id, practitioner_id, starts, ends, reason)"
                        + " values (?, cast(? as uuid), ?, ?, cast(? as text))",
                id,
                entry.practitionerId(),
                time.start(),
                time.end(),
                reason);
        return done("create", id, 0, entry.practitionerId(), time);
    }

    private boolean isEntered(@Nullable UUID practitionerId, Interval time) {
        return !sql.list(
                        SELECT
                                + "where practitioner_id is not distinct from cast(? as uuid)"
                                + " and starts = ? and ends = ?",
                        Absences::absence,
                        practitionerId,
                        time.start(),
                        time.end())
                .isEmpty();
    }

    @Transactional
    public SettingsOutcome change(UUID id, AbsenceEntry entry) {
        Absence now =
                sql.list(SELECT + "where id = ? for update", Absences::absence, id).stream()
                        .findFirst()
                        .orElse(null);
        if (now == null) {
            return new Unknown();
        }
        EntryReader reader = new EntryReader();
        Interval time = read(entry, reader);
        String reason = reader.optionalLine("reason", entry.reason(), LONGEST_REASON);
        if (time == null || !reader.isRight()) {
            return new Invalid(reader.errors());
        }
        if (!Objects.equals(now.version(), entry.version())) {
            return Stale.of(
                    now.version(),
                    said(entry.practitionerId(), time, reason),
                    said(now.practitionerId(), now.time(), now.reason()));
        }
        sql.change(
                "update time_off set practitioner_id = cast(? as uuid), starts = ?, ends = ?,"
                        + " reason = cast(? as text), version = version + 1 where id = ?",
                entry.practitionerId(),
                time.start(),
                time.end(),
                reason,
                id);
        return done("update", id, now.version() + 1, entry.practitionerId(), time);
    }

    @Transactional
    public SettingsOutcome remove(UUID id) {
        if (sql.change("delete from time_off where id = ?", id) == 0) {
            return new Unknown();
        }
        audit.record("delete", ENTITY, id, null);
        return new Done(id, 0);
    }

    private SettingsOutcome done(
            String action, UUID id, int version, @Nullable UUID practitionerId, Interval time) {
        audit.record(action, ENTITY, id, null);
        blocked.fire(new TimeBlocked(practitionerId, time));
        return new Done(id, version);
    }

    private @Nullable Interval read(AbsenceEntry entry, EntryReader reader) {
        UUID who = entry.practitionerId();
        if (who != null && clinic.practitioner(who).isEmpty()) {
            reader.wrong("practitioner", "Pick one of the list.");
        }
        return new LocalTimeReader(reader, zone(), clock.instant())
                .interval(entry.starts(), entry.ends());
    }

    private Map<String, Said> said(@Nullable UUID who, Interval time, @Nullable String reason) {
        Map<String, Said> values = new LinkedHashMap<>();
        String name =
                who == null
                        ? "The whole clinic"
                        : clinic.practitioner(who).map(PractitionerInfo::displayName).orElse("");
        values.put("practitioner", new Said("Who", name));
        values.put("starts", new Said("From", moment(time.start())));
        values.put("ends", new Said("Until", moment(time.end())));
        values.put("reason", new Said("Reason", reason == null ? "" : reason));
        return values;
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone()));
    }

    private ZoneId zone() {
        return clinic.profile().zone();
    }

    private static Absence absence(Row row) throws SQLException {
        return new Absence(
                row.id(1),
                row.orNull(2, UUID.class),
                new Interval(row.instant(3), row.instant(4)),
                row.orNull(5, String.class),
                row.number(6));
    }
}
