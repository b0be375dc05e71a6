package org.ilium.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** What every way of booking asks first, and how it says that a time is gone. */
@Singleton
class BookingRules {

    private static final int NEAREST = 5;

    private final ClinicDirectory clinic;
    private final FreeTimes times;
    private final HeldTimes held;
    private final Clock clock;

    BookingRules(ClinicDirectory clinic, FreeTimes times, HeldTimes held, Clock clock) {
        this.clinic = clinic;
        this.times = times;
        this.held = held;
        this.clock = clock;
    }

    /** What a booker may have: the service, or why not. */
    record Offer(@Nullable ServiceInfo service, @Nullable BookingRefusal refusal) {}

    /** The service as the slot's practitioner gives it, if this booker may have it. */
    Offer offer(SlotChoice slot, Booker booker) {
        ServiceInfo given = clinic.serviceOf(slot.practitionerId(), slot.serviceId()).orElse(null);
        if (given != null && (booker == Booker.STAFF || given.publicBookable())) {
            return new Offer(given, null);
        }
        boolean known =
                given != null
                        || clinic.services().stream()
                                .anyMatch(s -> s.id().equals(slot.serviceId()));
        return new Offer(null, known ? BookingRefusal.NOT_OFFERED : BookingRefusal.UNKNOWN_SERVICE);
    }

    /** Also one that is no longer offered: what was booked can still be moved. */
    ServiceInfo service(UUID id) {
        return clinic.service(id).orElseThrow();
    }

    /** Whether staff may book this practitioner for it, still offered or not. */
    boolean isGiven(ServiceInfo service, UUID practitionerId) {
        return clinic.practitionersFor(service.id()).stream()
                .anyMatch(p -> p.id().equals(practitionerId));
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
        if (taken) {
            return taken(service, slot, booker);
        }
        return new Refused(
                verdict == Verdict.TOO_FAR && booker == Booker.STAFF
                        ? new FarAhead.BeyondBound(date(slot))
                        : BookingRefusal.of(verdict));
    }

    /**
     * What speaks against a time of that verdict: null when it may be had. Staff may confirm what
     * lies past the horizon, and then what overlaps.
     */
    AppointmentOutcome.@Nullable Not against(
            Verdict verdict, ServiceInfo service, SlotChoice slot, Booker booker, Confirmed by) {
        if (verdict != Verdict.FREE && verdict != Verdict.TAKEN) {
            return no(verdict, service, slot, booker);
        }
        boolean mayBeFar = booker == Booker.PUBLIC || by.beyondHorizon();
        Refusal far = mayBeFar ? null : beyondHorizon(service, slot);
        if (far != null) {
            return new Refused(far);
        }
        return verdict == Verdict.TAKEN && !by.overlap()
                ? no(verdict, service, slot, booker)
                : null;
    }

    /** What the desk took on deliberately. */
    record Confirmed(boolean overlap, boolean beyondHorizon) {}

    /** Past the service's horizon the desk says that it means it; null when it need not. */
    private @Nullable Refusal beyondHorizon(ServiceInfo service, SlotChoice slot) {
        Instant horizon = clock.instant().plus(Duration.ofDays(service.horizonDays()));
        return slot.start().isBefore(horizon)
                ? null
                : new FarAhead.BeyondHorizon(date(slot), service.horizonDays());
    }

    private LocalDate date(SlotChoice slot) {
        return LocalDate.ofInstant(slot.start(), clinic.profile().zone());
    }

    Taken taken(ServiceInfo service, SlotChoice slot, Booker booker) {
        List<Slot> nearest =
                times.nearest(service, slot.practitionerId(), slot.start(), booker, NEAREST);
        Instant heldUntil =
                booker == Booker.STAFF
                        ? held.heldUntil(
                                slot.practitionerId(), NewAppointment.busy(service, slot.start()))
                        : null;
        return new Taken(nearest, heldUntil);
    }
}
