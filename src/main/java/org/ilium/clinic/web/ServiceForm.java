package org.ilium.clinic.web;

import jakarta.ws.rs.DefaultValue;
import org.ilium.clinic.ServiceEntry;
import org.jboss.resteasy.reactive.RestForm;

/** A service as the form sends it. */
class ServiceForm {

    @RestForm
    @DefaultValue("")
    String name;

    @RestForm
    @DefaultValue("")
    String lengthMinutes;

    @RestForm
    @DefaultValue("")
    String bufferBeforeMinutes;

    @RestForm
    @DefaultValue("")
    String bufferAfterMinutes;

    @RestForm
    @DefaultValue("")
    String minimumNoticeMinutes;

    @RestForm
    @DefaultValue("")
    String horizonDays;

    @RestForm
    @DefaultValue("")
    String stepMinutes;

    @RestForm
    @DefaultValue("")
    String mode;

    @RestForm
    @DefaultValue("false")
    String publicBookable;

    @RestForm
    @DefaultValue("false")
    String active;

    @RestForm
    @DefaultValue("")
    String version;

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
                publicBookable.equals("true"),
                active.equals("true"),
                FormNumbers.of(version));
    }
}
