package org.ilium.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** A row about to be inserted. */
record NewAppointment(
        UUID id,
        ServiceInfo service,
        UUID practitionerId,
        Instant start,
        AppointmentStatus status,
        @Nullable Instant holdExpiresAt,
        @Nullable UUID patientId,
        @Nullable Contact contact,
        @Nullable ZoneId zone,
        VisitReason reason,
        @Nullable String mode,
        @Nullable String note,
        BookedVia via) {

    Interval time() {
        return Interval.of(start, service.length());
    }

    Interval busy() {
        return busy(service, start);
    }

    static Interval busy(ServiceInfo service, Instant start) {
        return Interval.of(start, service.length())
                .widened(service.bufferBefore(), service.bufferAfter());
    }
}
