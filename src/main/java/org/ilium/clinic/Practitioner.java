package org.ilium.clinic;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

/** Someone who gives care and has hours of her own. */
@Entity
class Practitioner {

    @Id private UUID id;

    private @Nullable UUID accountId;

    private String displayName;

    private @Nullable String credentials;
    private @Nullable String profile;
    private boolean active = true;

    private int sortOrder;

    @ElementCollection
    @CollectionTable(
            name = "practitioner_service",
            joinColumns = @JoinColumn(name = "practitioner_id"))
    @Column(name = "service_id")
    private Set<UUID> services = new HashSet<>();

    @Version private int version;

    protected Practitioner() {}

    Practitioner(String displayName, @Nullable UUID accountId) {
        this.id = Ids.next();
        this.displayName = displayName;
        this.accountId = accountId;
    }

    void describe(String displayName, @Nullable String credentials, @Nullable String profile) {
        this.displayName = displayName;
        this.credentials = credentials;
        this.profile = profile;
    }

    void offers(Set<UUID> serviceIds) {
        services.clear();
        services.addAll(serviceIds);
    }

    PractitionerInfo info() {
        return new PractitionerInfo(id, accountId, displayName, credentials, profile);
    }

    void work(boolean active, @Nullable UUID accountId) {
        this.active = active;
        this.accountId = accountId;
    }

    PractitionerSetting setting() {
        return new PractitionerSetting(
                id,
                new PractitionerEntry(
                        displayName,
                        credentials,
                        profile,
                        Set.copyOf(services),
                        accountId,
                        active,
                        version));
    }
}
