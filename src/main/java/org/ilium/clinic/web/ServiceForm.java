package org.ilium.clinic.web;

import org.ilium.clinic.ServiceEntry;
import org.ilium.web.FormNumbers;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** A service as the form sends it; what is unticked is not sent. */
class ServiceForm {

    @RestForm @Nullable String name;

    @RestForm @Nullable String lengthMinutes;

    @RestForm @Nullable String bufferBeforeMinutes;

    @RestForm @Nullable String bufferAfterMinutes;

    @RestForm @Nullable String minimumNoticeMinutes;

    @RestForm @Nullable String horizonDays;

    @RestForm @Nullable String stepMinutes;

    @RestForm @Nullable String mode;

    @RestForm @Nullable String publicBookable;

    @RestForm @Nullable String active;

    @RestForm @Nullable String version;

    ServiceEntry entry() {
        return new ServiceEntry(
                name,
                FormNumbers.of(lengthMinutes),
                FormNumbers.of(bufferBeforeMinutes),
                FormNumbers.of(bufferAfterMinutes),
                FormNumbers.of(minimumNoticeMinutes),
                FormNumbers.of(horizonDays),
                FormNumbers.of(stepMinutes),
                mode,
                "true".equals(publicBookable),
                "true".equals(active),
                FormNumbers.of(version));
    }
}
