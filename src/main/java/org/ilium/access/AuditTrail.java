package org.ilium.access;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.shared.database.DatabaseWatch;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who read or changed what, and when; rows are never changed. Each method joins the caller's
 * transaction, so the deed and its row commit together. {@code action} is a verb such as {@code
 * read} or {@code cancel}, {@code entity} a noun such as {@code appointment}; neither may hold
 * health data.
 */
@ApplicationScoped
public class AuditTrail {

    /** Where what was read is noted while the database has no room for it. */
    private static final Logger LOG = Logger.getLogger("org.ilium.audit");

    /** A read must not fail for want of room; whatever else is noted goes with its deed. */
    private static final Set<String> READS = Set.of("read", "list", "search");

    private final EntityManager database;
    private final CurrentStaff current;
    private final Clock clock;
    private final DatabaseWatch watch;

    AuditTrail(EntityManager database, CurrentStaff current, Clock clock, DatabaseWatch watch) {
        this.database = database;
        this.current = current;
        this.clock = clock;
        this.watch = watch;
    }

    /** By the member of staff who makes this request; fails when nobody is signed in. */
    @Transactional
    public void record(
            String action, String entity, @Nullable UUID entityId, @Nullable UUID patientId) {
        recordByStaff(current.id(), action, entity, entityId, patientId);
    }

    /**
     * By the member of staff who makes this request, if it is one: one row for a search that showed
     * her {@code found} entities at once. What she typed is not kept.
     *
     * @param found how many were shown; when none were, nothing was read and no row is left
     */
    @Transactional
    public void recordSearch(String entity, int found) {
        if (found > 0 && isByStaff()) {
            AuditEntry entry = entry("staff", "search", entity);
            entry.accountId = current.id();
            entry.found = found;
            store(entry);
        }
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
        return database.createQuery(
                        """
                        select new org.ilium.access.AuditLine(
                            e.at, e.actor, a.displayName, e.action, e.entity, e.entityId)
                        from AuditEntry e left join StaffAccount a on a.id = e.accountId
                        where e.patientId = :patient
                        order by e.at desc, e.id desc""",
                        AuditLine.class)
                .setParameter("patient", patientId)
                .setMaxResults(limit)
                .getResultList();
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
        if (watch.isFull() && READS.contains(entry.action)) {
            LOG.warnf(
                    "No room to store: at %s %s account=%s link=%s %s %s id=%s patient=%s found=%s",
                    entry.at,
                    entry.actor,
                    entry.accountId,
                    entry.linkId,
                    entry.action,
                    entry.entity,
                    entry.entityId,
                    entry.patientId,
                    entry.found);
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
        return entry;
    }
}
