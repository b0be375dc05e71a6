package org.ilium.clinic.web;

import jakarta.ws.rs.DefaultValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.clinic.PractitionerEntry;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** A practitioner as the form sends her. */
class PractitionerForm {

    @RestForm
    @DefaultValue("")
    String name;

    @RestForm
    @DefaultValue("")
    String credentials;

    @RestForm
    @DefaultValue("")
    String profile;

    @RestForm List<String> services;

    @RestForm
    @DefaultValue("")
    String accountId;

    @RestForm
    @DefaultValue("false")
    String active;

    @RestForm
    @DefaultValue("")
    String version;

    /** Lists of the page send only ids; anything else is no mistake of typing. */
    PractitionerEntry entry() {
        Set<@Nullable UUID> given = new LinkedHashSet<>();
        services.forEach(service -> given.add(id("services", service)));
        return new PractitionerEntry(
                name,
                credentials,
                profile,
                given,
                accountId.isEmpty() ? null : id("accountId", accountId),
                active.equals("true"),
                FormNumbers.of(version));
    }

    private static UUID id(String field, String sent) {
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(new FieldErrors().add(field, "is not one of the list"));
        }
    }
}
