package org.ilium.clinic.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.clinic.PractitionerEntry;
import org.ilium.web.FieldErrors;
import org.ilium.web.FormNumbers;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** A practitioner as the form sends her; what is unticked is not sent. */
class PractitionerForm {

    @RestForm @Nullable String name;

    @RestForm @Nullable String credentials;

    @RestForm @Nullable String profile;

    @RestForm @Nullable List<String> services;

    @RestForm @Nullable String accountId;

    @RestForm @Nullable String active;

    @RestForm @Nullable String version;

    /** Lists of the page send only ids; anything else is no mistake of typing. */
    PractitionerEntry entry() {
        Set<@Nullable UUID> given = new LinkedHashSet<>();
        if (services != null) {
            services.forEach(service -> given.add(id("services", service)));
        }
        return new PractitionerEntry(
                name,
                credentials,
                profile,
                given,
                accountId == null || accountId.isEmpty() ? null : id("accountId", accountId),
                "true".equals(active),
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
