package org.ilium.clinic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.web.SettingsOutcome.Said;
import org.jspecify.annotations.Nullable;

/** A practitioner as entered; {@code version} is the one that was read, null for a new one. */
@Schema(name = "PractitionerEntry")
public record PractitionerEntry(
        @Schema(description = "At most 120 characters") @Nullable String name,
        @Nullable String credentials,
        @Schema(description = "Plain text for the clinic's page") @Nullable String profile,
        @Schema(description = "The ids of the services she gives")
                @Nullable Set<@Nullable UUID> services,
        @Schema(description = "The account with which she signs in; a therapist's")
                @Nullable UUID accountId,
        @Schema(description = "Whether she works here; left out means yes")
                @Nullable Boolean active,
        @Schema(description = "The version that was read; none for a new practitioner")
                @Nullable Integer version) {

    /** What a new form begins with: every service that is offered. */
    public static PractitionerEntry offering(Set<UUID> services) {
        return new PractitionerEntry(null, null, null, services, null, true, null);
    }

    public Set<UUID> given() {
        return services == null ? Set.of() : services;
    }

    public boolean gives(UUID service) {
        return given().contains(service);
    }

    /** Left out means that she works here. */
    public boolean works() {
        return active == null || active;
    }

    Map<String, Said> values() {
        Map<String, Said> values = new LinkedHashMap<>();
        values.put("name", new Said("Name", ClinicEntry.shown(name)));
        values.put("credentials", new Said("Credentials", ClinicEntry.shown(credentials)));
        values.put("profile", new Said("Profile", ClinicEntry.shown(profile)));
        values.put("active", new Said("Works here", works() ? "yes" : "no"));
        return values;
    }
}
