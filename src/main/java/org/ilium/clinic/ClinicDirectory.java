package org.ilium.clinic;

import static org.ilium.clinic.DirectoryRows.PRACTITIONERS;
import static org.ilium.clinic.DirectoryRows.SERVICES;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.shared.database.DatabaseWatch;
import org.ilium.shared.database.Trouble;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Who works here, what is offered, and how the clinic is reached. */
@Singleton
public class ClinicDirectory {

    /** How long another replica may show the profile from before a change. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final EntityManager database;
    private final Sql sql;
    private final Clock clock;
    private final DatabaseWatch watch;
    private volatile @Nullable Cached cached;
    private volatile ClinicProfile lastKnown = ClinicProfile.NOT_SET_UP;

    ClinicDirectory(EntityManager database, Sql sql, Clock clock, DatabaseWatch watch) {
        this.database = database;
        this.sql = sql;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * The clinic's profile, at most ten seconds old; asks the database only when older. A thread
     * that must not wait, such as the one that answers for an unknown address, gets the last known;
     * so does everybody while the database is away.
     */
    public ClinicProfile profile() {
        Cached known = cached;
        Instant now = clock.instant();
        if (!BlockingOperationControl.isBlockingAllowed()) {
            return known == null ? lastKnown : known.profile;
        }
        if (known == null
                || !now.isBefore(known.readAt.plus(FRESH))
                || now.isBefore(known.readAt)) {
            known = new Cached(readIfPossible(), now);
            cached = known;
        }
        return known.profile;
    }

    void readAtStart(@Observes StartupEvent start) {
        lastKnown = read();
        cached = new Cached(lastKnown, clock.instant());
    }

    /** The clinic's profile as it was when it was last read; never asks the database. */
    ClinicProfile lastKnown() {
        return lastKnown;
    }

    private ClinicProfile readIfPossible() {
        if (!watch.answers()) {
            return lastKnown;
        }
        try {
            lastKnown = read();
        } catch (RuntimeException e) {
            if (Trouble.of(e) == null || !lastKnown.setUp()) {
                throw e;
            }
        }
        return lastKnown;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClinicSaved saved) {
        cached = null;
    }

    private ClinicProfile read() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Optional.ofNullable(database.find(Clinic.class, Clinic.ONLY)))
                .map(Clinic::profile)
                .orElse(ClinicProfile.NOT_SET_UP);
    }

    @Transactional
    public void save(ClinicProfile profile) {
        Clinic clinic = database.find(Clinic.class, Clinic.ONLY);
        if (clinic == null) {
            database.persist(new Clinic(profile));
        } else {
            clinic.change(profile);
        }
        cached = null;
    }

    /** Active services in the clinic's order. */
    public List<ServiceInfo> services() {
        return sql.list(
                SERVICES + "where active order by sort_order, name", DirectoryRows::service);
    }

    public Optional<ServiceInfo> service(String slug) {
        return first(
                sql.list(SERVICES + "where active and slug = ?", DirectoryRows::service, slug));
    }

    /** Also a service that is no longer offered: old appointments keep their name. */
    public Optional<ServiceInfo> service(UUID id) {
        return first(sql.list(SERVICES + "where id = ?", DirectoryRows::service, id));
    }

    /** The service as this practitioner gives it; empty when either is inactive or she does not. */
    public Optional<ServiceInfo> serviceOf(UUID practitionerId, UUID serviceId) {
        return first(
                sql.list(
                        SERVICES
                                + """
                                where active and id = ?
                                  and exists (select 1 from practitioner_service g
                                                join practitioner p on p.id = g.practitioner_id
                                               where g.service_id = service.id and p.id = ?
                                                 and p.active)
                                """,
                        DirectoryRows::service,
                        serviceId,
                        practitionerId));
    }

    /** Active practitioners in the clinic's order. */
    public List<PractitionerInfo> practitioners() {
        return practitioners("where active");
    }

    /** Active practitioners who give this service. */
    public List<PractitionerInfo> practitionersFor(UUID serviceId) {
        return practitioners(
                """
                where active and exists (select 1 from practitioner_service
                                          where practitioner_id = practitioner.id and service_id = ?)""",
                serviceId);
    }

    public Optional<PractitionerInfo> practitioner(UUID id) {
        return first(practitioners("where id = ?", id));
    }

    public Optional<PractitionerInfo> practitionerOfAccount(UUID accountId) {
        return first(practitioners("where active and account_id = ?", accountId));
    }

    private List<PractitionerInfo> practitioners(String where, Object... values) {
        return sql.list(
                PRACTITIONERS + where + " order by sort_order, display_name",
                DirectoryRows::practitioner,
                values);
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.stream().findFirst();
    }

    @Transactional
    public ServiceInfo add(ServiceInfo service, int sortOrder) {
        Service added = new Service(service, sortOrder);
        database.persist(added);
        return added.info();
    }

    @Transactional
    public PractitionerInfo add(
            String displayName,
            @Nullable String credentials,
            @Nullable String profile,
            @Nullable UUID accountId,
            Set<UUID> serviceIds) {
        Practitioner added = new Practitioner(displayName, accountId);
        added.describe(displayName, credentials, profile);
        added.offers(serviceIds);
        database.persist(added);
        return added.info();
    }

    private record Cached(ClinicProfile profile, Instant readAt) {}
}
