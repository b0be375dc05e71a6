package org.ilium.booking.changes;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.FarAhead;
import org.ilium.booking.RulesBroken;
import org.ilium.booking.SameDay;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.TooLongAgo;
import org.ilium.booking.availability.Availability;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.Objections;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.availability.TimeVerdict;
import org.ilium.booking.holds.HeldTimes;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Interval;
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

    TimeVerdict check(ServiceInfo service, SlotChoice slot, Booker booker, @Nullable UUID leftOut) {
        return times.check(service, slot.practitionerId(), slot.start(), booker, leftOut);
    }

    /** The outcome for the public's verdict other than free; it is not told who is away. */
    AppointmentOutcome.Not no(TimeVerdict verdict, ServiceInfo service, SlotChoice slot) {
        return verdict == TimeVerdict.TAKEN || verdict == TimeVerdict.TIME_OFF
                ? taken(service, slot, Booker.PUBLIC)
                : new Refused(BookingRefusal.of(verdict));
    }

    /** Why no one may have a time so long ago or so far ahead, whatever they say; null if so. */
    @Nullable Refusal outOfBounds(SlotChoice slot) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clinic.profile().zone());
        if (date(slot).isBefore(today.minusDays(Availability.STAFF_DAYS_BACK))) {
            return new TooLongAgo(date(slot));
        }
        return slot.start().isBefore(now.plus(Duration.ofDays(Availability.STAFF_DAYS)))
                ? null
                : new FarAhead(date(slot));
    }

    /**
     * What a time would mean for the patient; {@code sameDay} is null when she has nothing else.
     */
    record OfHers(boolean busy, @Nullable SameDay sameDay) {}

    /**
     * Every rule that the time breaks for staff, within the bounds; {@code leftOut} is the
     * appointment that would move there.
     */
    List<BrokenRule> broken(
            ServiceInfo service, SlotChoice slot, OfHers hers, @Nullable UUID leftOut) {
        Objections found = times.objections(service, slot.practitionerId(), slot.start(), leftOut);
        Instant now = clock.instant();
        boolean past = found.has(TimeVerdict.IN_THE_PAST);
        boolean soon = !past && slot.start().isBefore(now.plus(service.minimumNotice()));
        boolean far = !slot.start().isBefore(now.plus(Duration.ofDays(service.horizonDays())));
        SameDay second = hers.busy() ? null : hers.sameDay();
        if (found.verdicts().isEmpty() && !hers.busy() && second == null && !soon && !far) {
            return List.of();
        }
        RuleWords words = words(service, slot);
        List<BrokenRule> broken = new ArrayList<>();
        if (past) {
            broken.add(words.past());
        }
        if (soon) {
            broken.add(words.notice(service));
        }
        if (far) {
            broken.add(words.horizon(service));
        }
        if (found.has(TimeVerdict.OUTSIDE_HOURS)) {
            broken.add(words.hours(found.open()));
        }
        if (found.has(TimeVerdict.TIME_OFF)) {
            broken.add(words.timeOff(found.away()));
        }
        if (found.has(TimeVerdict.TAKEN)) {
            Instant until = heldUntil(service, slot);
            broken.add(until == null ? words.taken() : words.held(until));
        }
        if (second != null) {
            broken.add(words.sameDay(second));
        }
        if (hers.busy()) {
            broken.add(words.patientBusy());
        }
        return broken;
    }

    private RuleWords words(ServiceInfo service, SlotChoice slot) {
        String who =
                clinic.practitioner(slot.practitionerId())
                        .map(PractitionerInfo::displayName)
                        .orElse("The practitioner");
        return new RuleWords(
                who, Interval.of(slot.start(), service.length()), clinic.profile().zone());
    }

    /**
     * What is said to staff of a time that breaks these rules: null when each that needs their word
     * was set aside. Only what was named to them counts, so one more is refused again with all.
     */
    AppointmentOutcome.@Nullable Not against(
            List<BrokenRule> broken,
            Set<BookingRule> setAside,
            ServiceInfo service,
            SlotChoice slot) {
        BookingRule decisive = RulesBroken.decisive(broken, setAside);
        if (decisive == null) {
            return null;
        }
        List<BookingRule> needing =
                broken.stream().map(BrokenRule::rule).filter(BookingRule::needsWord).toList();
        if (needing.equals(List.of(BookingRule.PATIENT_BUSY))) {
            return new Refused(BookingRefusal.PATIENT_BUSY);
        }
        List<Slot> nearest = nearest(service, slot, Booker.STAFF);
        return BookingRule.OVERLAP.containsAll(needing)
                ? new Taken(nearest, heldUntil(service, slot), broken)
                : new Refused(new RulesBroken(broken, decisive, nearest));
    }

    private LocalDate date(SlotChoice slot) {
        return LocalDate.ofInstant(slot.start(), clinic.profile().zone());
    }

    Taken taken(ServiceInfo service, SlotChoice slot, Booker booker) {
        List<Slot> nearest = nearest(service, slot, booker);
        if (booker == Booker.PUBLIC) {
            return new Taken(nearest, null, List.of());
        }
        Instant until = heldUntil(service, slot);
        RuleWords words = words(service, slot);
        return new Taken(
                nearest, until, List.of(until == null ? words.taken() : words.held(until)));
    }

    private List<Slot> nearest(ServiceInfo service, SlotChoice slot, Booker booker) {
        return times.nearest(service, slot.practitionerId(), slot.start(), booker, NEAREST);
    }

    private @Nullable Instant heldUntil(ServiceInfo service, SlotChoice slot) {
        return held.heldUntil(slot.practitionerId(), FreeTimes.busy(service, slot.start()));
    }
}
