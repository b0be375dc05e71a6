package org.ilium.clinic;

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
import org.jspecify.annotations.Nullable;

/** Who works here, what is offered, and how the clinic is reached. */
@Singleton
public class ClinicDirectory {

    /** How long another replica may show the profile from before a change. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final EntityManager database;
    private final Clock clock;
    private volatile @Nullable Cached cached;

    ClinicDirectory(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The clinic's profile, at most ten seconds old; asks the database only when older. A thread
     * that must not wait, such as the one that answers for an unknown address, gets the last known.
     */
    public ClinicProfile profile() {
        Cached known = cached;
        Instant now = clock.instant();
        if (!BlockingOperationControl.isBlockingAllowed()) {
            return known == null ? ClinicProfile.NOT_SET_UP : known.profile;
        }
        if (known == null
                || !now.isBefore(known.readAt.plus(FRESH))
                || now.isBefore(known.readAt)) {
            known = new Cached(read(), now);
            cached = known;
        }
        return known.profile;
    }

    void readAtStart(@Observes StartupEvent start) {
        cached = new Cached(read(), clock.instant());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClinicSaved saved) {
        cached = null;
    }

    private ClinicProfile read() {
        return database.createQuery("from Clinic", Clinic.class).getResultList().stream()
                .findFirst()
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
        return database
                .createQuery("from Service where active order by sortOrder, name", Service.class)
                .getResultList()
                .stream()
                .map(Service::info)
                .toList();
    }

    public Optional<ServiceInfo> service(String slug) {
        return database
                .createQuery("from Service where active and slug = :slug", Service.class)
                .setParameter("slug", slug)
                .getResultList()
                .stream()
                .findFirst()
                .map(Service::info);
    }

    /** Also a service that is no longer offered: old appointments keep their name. */
    public Optional<ServiceInfo> service(UUID id) {
        return Optional.ofNullable(database.find(Service.class, id)).map(Service::info);
    }

    /** Active practitioners in the clinic's order. */
    public List<PractitionerInfo> practitioners() {
        return practitioners(
                "from Practitioner where active order by sortOrder, displayName", null);
    }

    /** Active practitioners who give this service. */
    public List<PractitionerInfo> practitionersFor(UUID serviceId) {
        return practitioners(
                "from Practitioner p where active and :given member of p.services order by sortOrder, displayName",
                serviceId);
    }

    public Optional<PractitionerInfo> practitioner(UUID id) {
        return Optional.ofNullable(database.find(Practitioner.class, id)).map(Practitioner::info);
    }

    public Optional<PractitionerInfo> practitionerOfAccount(UUID accountId) {
        return practitioners("from Practitioner where active and accountId = :given", accountId)
                .stream()
                .findFirst();
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

    private List<PractitionerInfo> practitioners(String query, @Nullable UUID given) {
        var asked = database.createQuery(query, Practitioner.class);
        if (given != null) {
            asked.setParameter("given", given);
        }
        return asked.getResultList().stream().map(Practitioner::info).toList();
    }

    private record Cached(ClinicProfile profile, Instant readAt) {}
}
