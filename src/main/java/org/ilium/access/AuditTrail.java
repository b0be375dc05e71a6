package org.ilium.access;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.ilium.shared.database.DatabaseWatch;
import org.ilium.shared.sql.Row;
import org.ilium.shared.sql.Sql;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who read or changed what, when and by which route; rows are never changed. Each method joins the
 * caller's transaction, so the deed and its row commit together. {@code action} is a verb such as
 * {@code read} or {@code cancel}, {@code entity} a noun such as {@code appointment}; neither may
 * hold health data.
 */
@ApplicationScoped
public class AuditTrail {

    /** Where what was read is noted while the database has no room for it. */
    private static final Logger LOG = Logger.getLogger("org.ilium.audit");

    /** A read must not fail for want of room; whatever else is noted goes with its deed. */
    private static final String READ = "read";

    /** Asked by every board that draws itself anew, so one statement. */
    private static final String SHOWN =
            """
            insert into audit_entry
                   (at, actor, account_id, action, entity, route, patients, appointments)
            select at, 'staff', account_id, action, entity, route, patients, appointments
              from (select ?::timestamptz, ?::uuid, ?::text, ?::text, ?::text, ?::uuid[], ?::uuid[])
                   as shown (at, account_id, action, entity, route, patients, appointments)
             where shown.action = 'search' or not exists (
                   select from audit_entry as earlier
                    where earlier.account_id = shown.account_id
                      and earlier.at > shown.at - interval '10 minutes' and earlier.at <= shown.at
                      and (earlier.action, earlier.entity) = (shown.action, shown.entity)
                      and earlier.route is not distinct from shown.route
                      and earlier.patients is not distinct from shown.patients
                      and earlier.appointments is not distinct from shown.appointments)
            """;

    private static final String ABOUT =
            """
            select e.id, e.at, e.actor, a.display_name, e.action, e.entity, e.entity_id, e.route,
                   coalesce(e.rules, '{}')
              from audit_entry e
              left join staff_account a on a.id = e.account_id
             where (e.patient_id = ?
                    or e.patients @> ?
                    or e.appointments && ?
                    or e.patient_id is null and e.entity_id = any(?))
               and (?::bigint is null
                    or (e.at, e.id) < (select at, id from audit_entry where id = ?::bigint))
             order by e.at desc, e.id desc
             limit ?
            """;

    private final EntityManager database;
    private final Sql sql;
    private final CurrentStaff current;
    private final CurrentRoute route;
    private final Clock clock;
    private final DatabaseWatch watch;

    AuditTrail(
            EntityManager database,
            Sql sql,
            CurrentStaff current,
            CurrentRoute route,
            Clock clock,
            DatabaseWatch watch) {
        this.database = database;
        this.sql = sql;
        this.current = current;
        this.route = route;
        this.clock = clock;
        this.watch = watch;
    }

    /** By the member of staff who makes this request; fails when nobody is signed in. */
    @Transactional
    public void record(
            String action, String entity, @Nullable UUID entityId, @Nullable UUID patientId) {
        recordByStaff(current.id(), action, entity, entityId, patientId);
    }

    /** The same, for what broke {@code rules} on purpose; their codes, at least one. */
    @Transactional
    public void recordAgainst(
            Collection<String> rules,
            String action,
            String entity,
            @Nullable UUID entityId,
            @Nullable UUID patientId) {
        AuditEntry entry = entry("staff", action, entity);
        entry.accountId = current.id();
        entry.entityId = entityId;
        entry.patientId = patientId;
        entry.rules = rules.toArray(String[]::new);
        store(entry);
    }

    /**
     * By the member of staff who makes this request, if it is one: one row for all who were shown
     * at once, whatever {@code entity} they were shown as. {@code appointments} are the bookings
     * among them that no chart is linked to. When nobody was shown, or the same were shown to her
     * by the same route within ten minutes, as a board that draws itself anew does, no row is left.
     */
    @Transactional
    public void recordShown(
            String entity, Collection<UUID> patients, Collection<UUID> appointments) {
        show("read", entity, patients, appointments);
    }

    /** For those whom a search found: one row each time. What she typed is not kept. */
    @Transactional
    public void recordSearch(
            String entity, Collection<UUID> patients, Collection<UUID> appointments) {
        show("search", entity, patients, appointments);
    }

    private void show(
            String action,
            String entity,
            Collection<UUID> patients,
            Collection<UUID> appointments) {
        if (!isByStaff() || patients.isEmpty() && appointments.isEmpty()) {
            return;
        }
        if (watch.isFull()) {
            LOG.warnf(
                    "No room to store: at %s staff account=%s %s %s route=%s patients=%s"
                            + " appointments=%s",
                    clock.instant(),
                    current.id(),
                    action,
                    entity,
                    route(),
                    ids(patients),
                    ids(appointments));
        } else {
            sql.change(
                    SHOWN,
                    clock.instant(),
                    current.id(),
                    action,
                    entity,
                    route(),
                    ids(patients),
                    ids(appointments));
        }
    }

    /** In one order, so that the same are the same; null for none. */
    private static @Nullable List<UUID> ids(Collection<UUID> shown) {
        return shown.isEmpty() ? null : List.copyOf(new TreeSet<>(shown));
    }

    @Transactional
    void recordByStaff(
            UUID accountId,
            String action,
            String entity,
            @Nullable UUID entityId,
            @Nullable UUID patientId) {
        write("staff", accountId, null, action, entity, entityId, patientId);
    }

    /** By whoever of the staff is signed in, else by the program itself. */
    @Transactional
    public void recordByStaffOrSystem(
            String action, String entity, @Nullable UUID entityId, @Nullable UUID patientId) {
        if (isByStaff()) {
            record(action, entity, entityId, patientId);
        } else {
            recordBySystem(action, entity, entityId, patientId);
        }
    }

    private boolean isByStaff() {
        return Arc.container().requestContext().isActive() && current.isSignedIn();
    }

    /** By the patient who holds the link. */
    @Transactional
    public void recordByPatient(
            UUID linkId,
            String action,
            String entity,
            @Nullable UUID entityId,
            @Nullable UUID patientId) {
        write("patient-link", null, linkId, action, entity, entityId, patientId);
    }

    /** By a visitor whom nobody knows. */
    @Transactional
    public void recordByPublic(
            String action, String entity, @Nullable UUID entityId, @Nullable UUID patientId) {
        write("public", null, null, action, entity, entityId, patientId);
    }

    /** By the program itself: scheduled work, the loading of demo data. */
    @Transactional
    public void recordBySystem(
            String action, String entity, @Nullable UUID entityId, @Nullable UUID patientId) {
        write("system", null, null, action, entity, entityId, patientId);
    }

    /** The newest rows about a patient, newest first, {@code limit} at most. */
    @Transactional
    public List<AuditLine> entriesFor(UUID patientId, int limit) {
        return entriesFor(patientId, List.of(), null, limit);
    }

    /**
     * The rows about a patient and about her appointments, newest first, {@code limit} at most,
     * those in which she was shown among others too; {@code before} is the id of the last row that
     * was seen already, null for the newest.
     */
    @Transactional
    public List<AuditLine> entriesFor(
            UUID patientId, Collection<UUID> appointmentIds, @Nullable Long before, int limit) {
        return sql.list(
                ABOUT,
                AuditTrail::line,
                patientId,
                List.of(patientId),
                appointmentIds,
                appointmentIds,
                before,
                before,
                limit);
    }

    /** How often that was done with a patient's chart of late, by whomever. */
    @Transactional
    public int count(String action, String entity, UUID patientId, Duration ofLate) {
        return sql.list(
                        """
                        select count(*)::int from audit_entry
                         where patient_id = ? and at > ? and action = ? and entity = ?
                        """,
                        row -> row.number(1),
                        patientId,
                        clock.instant().minus(ofLate),
                        action,
                        entity)
                .get(0);
    }

    private static AuditLine line(Row row) throws SQLException {
        return new AuditLine(
                Objects.requireNonNull(row.orNull(1, Long.class)),
                row.instant(2),
                row.text(3),
                row.orNull(4, String.class),
                row.text(5),
                row.text(6),
                row.orNull(7, UUID.class),
                row.orNull(8, String.class),
                Stream.of(row.array(9)).map(String::valueOf).toList());
    }

    private @Nullable String route() {
        return Arc.container().requestContext().isActive() ? route.name() : null;
    }

    private void write(
            String actor,
            @Nullable UUID accountId,
            @Nullable UUID linkId,
            String action,
            String entity,
            @Nullable UUID entityId,
            @Nullable UUID patientId) {
        AuditEntry entry = entry(actor, action, entity);
        entry.accountId = accountId;
        entry.linkId = linkId;
        entry.entityId = entityId;
        entry.patientId = patientId;
        store(entry);
    }

    private void store(AuditEntry entry) {
        if (watch.isFull() && READ.equals(entry.action)) {
            LOG.warnf(
                    "No room to store: at %s %s account=%s link=%s %s %s id=%s patient=%s",
                    entry.at,
                    entry.actor,
                    entry.accountId,
                    entry.linkId,
                    entry.action,
                    entry.entity,
                    entry.entityId,
                    entry.patientId);
        } else {
            database.persist(entry);
        }
    }

    private AuditEntry entry(String actor, String action, String entity) {
        AuditEntry entry = new AuditEntry();
        entry.at = clock.instant();
        entry.actor = actor;
        entry.action = action;
        entry.entity = entity;
        entry.route = route();
        return entry;
    }
}
