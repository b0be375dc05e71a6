package org.ilium.booking.changes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.Contact;
import org.ilium.booking.Stranger;
import org.ilium.booking.VisitReason;
import org.ilium.booking.holds.HeldTime;
import org.ilium.booking.schedule.FreeTimes;
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
        @Nullable HeldTime held,
        @Nullable UUID patientId,
        @Nullable Contact contact,
        @Nullable ZoneId zone,
        VisitReason reason,
        @Nullable String mode,
        @Nullable String note,
        BookedVia via,
        @Nullable Stranger from) {

    Interval time() {
        return Interval.of(start, service.length());
    }

    Interval busy() {
        return FreeTimes.busy(service, start);
    }
}
