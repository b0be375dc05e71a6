package org.ilium.booking;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.jspecify.annotations.Nullable;

/** What every way of booking asks first, and how it says that a time is gone. */
@Singleton
class BookingRules {

    private static final int NEAREST = 5;

    private final ClinicDirectory clinic;
    private final FreeTimes times;

    BookingRules(ClinicDirectory clinic, FreeTimes times) {
        this.clinic = clinic;
        this.times = times;
    }

    /** The service if it is still offered. */
    @Nullable ServiceInfo offered(UUID id) {
        return clinic.services().stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
    }

    /** Also one that is no longer offered: what was booked can still be moved. */
    ServiceInfo service(UUID id) {
        return clinic.service(id).orElseThrow();
    }

    /** Why the service cannot be had from this practitioner; null when it can. */
    @Nullable BookingRefusal offer(
            @Nullable ServiceInfo service, UUID practitionerId, Booker booker) {
        if (service == null) {
            return BookingRefusal.UNKNOWN_SERVICE;
        }
        boolean given =
                clinic.practitionersFor(service.id()).stream()
                        .anyMatch(p -> p.id().equals(practitionerId));
        boolean open = booker == Booker.STAFF || service.publicBookable();
        return given && open ? null : BookingRefusal.NOT_OFFERED;
    }

    Verdict check(ServiceInfo service, SlotChoice slot, Booker booker, @Nullable UUID leftOut) {
        return times.check(service, slot.practitionerId(), slot.start(), booker, leftOut);
    }

    /** The outcome for a verdict other than free; the public is not told who is away. */
    AppointmentOutcome.Not no(
            Verdict verdict, ServiceInfo service, SlotChoice slot, Booker booker) {
        boolean taken =
                verdict == Verdict.TAKEN
                        || (verdict == Verdict.TIME_OFF && booker == Booker.PUBLIC);
        return taken ? taken(service, slot, booker) : new Refused(BookingRefusal.of(verdict));
    }

    Taken taken(ServiceInfo service, SlotChoice slot, Booker booker) {
        List<Slot> nearest = times.nearest(service, slot.start(), booker, NEAREST);
        return new Taken(nearest);
    }
}
