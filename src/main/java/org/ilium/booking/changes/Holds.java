package org.ilium.booking.changes;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.ilium.booking.AppointmentBooked;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.SeenTime;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.Stranger;
import org.ilium.booking.VisitReason;
import org.ilium.booking.VisitorBooking;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.availability.TimeVerdict;
import org.ilium.booking.holds.HeldTimes;
import org.ilium.booking.holds.PublicLimits;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** A time kept for a visitor while she fills in a form, and its becoming an appointment. */
@Singleton
class Holds {

    private final AppointmentRepository rows;
    private final AppointmentInserts inserts;
    private final Appointments appointments;
    private final BookingRules rules;
    private final PublicLimits limits;
    private final HeldTimes held;
    private final BookingAudit audit;
    private final Event<AppointmentBooked> booked;
    private final Clock clock;

    Holds(
            AppointmentRepository rows,
            AppointmentInserts inserts,
            Appointments appointments,
            BookingRules rules,
            PublicLimits limits,
            HeldTimes held,
            BookingAudit audit,
            Event<AppointmentBooked> booked,
            Clock clock) {
        this.rows = rows;
        this.inserts = inserts;
        this.appointments = appointments;
        this.rules = rules;
        this.limits = limits;
        this.held = held;
        this.audit = audit;
        this.booked = booked;
        this.clock = clock;
    }

    HoldOutcome hold(UUID holdId, SlotChoice slot, @Nullable Stranger from) {
        Instant now = clock.instant();
        BookingRules.Offer offer = rules.offer(slot, Booker.PUBLIC);
        ServiceInfo service = offer.service();
        if (service == null) {
            return new Refused(Objects.requireNonNull(offer.refusal()));
        }
        Appointment before = rows.lock(holdId);
        if (before != null && before.status != AppointmentStatus.HELD) {
            return already(before, BookingRefusal.WRONG_STATUS);
        }
        if (before != null && isFor(before, slot) && now.isBefore(before.holdExpiresAt)) {
            return held(before, Objects.requireNonNull(before.holdExpiresAt));
        }
        TimeVerdict verdict = rules.check(service, slot, Booker.PUBLIC, holdId);
        if (verdict != TimeVerdict.FREE) {
            return rules.no(verdict, service, slot);
        }
        NewAppointment wanted = wanted(holdId, slot, service, from, now);
        if (before != null) {
            rows.delete(before);
            rows.flush();
        }
        if (inserts.insert(wanted, null)) {
            Instant until = Objects.requireNonNull(wanted.held()).until();
            return new HoldOutcome.Held(
                    holdId, new Slot(slot.practitionerId(), wanted.time()), until);
        }
        Appointment winner = rows.lock(holdId);
        return winner != null && winner.status == AppointmentStatus.HELD && isFor(winner, slot)
                ? held(winner, Objects.requireNonNull(winner.holdExpiresAt))
                : rules.taken(service, slot, Booker.PUBLIC);
    }

    private NewAppointment wanted(
            UUID id, SlotChoice slot, ServiceInfo service, @Nullable Stranger from, Instant now) {
        Interval busy = FreeTimes.busy(service, slot.start());
        return new NewAppointment(
                id,
                service,
                slot.practitionerId(),
                slot.start(),
                AppointmentStatus.HELD,
                held.held(id, slot.practitionerId(), busy, from, now),
                null,
                null,
                null,
                VisitReason.NOT_ASKED,
                null,
                null,
                BookedVia.PUBLIC,
                from);
    }

    AppointmentOutcome confirm(UUID holdId, @Nullable SeenTime seen, VisitorBooking booking) {
        Appointment row = rows.lock(holdId);
        if (row == null) {
            return gone(seen);
        }
        if (row.status != AppointmentStatus.HELD) {
            boolean again = isSame(row, booking) && (seen == null || isFor(seen, row));
            return again ? done(row) : already(row, BookingRefusal.HOLD_GONE);
        }
        BookingRefusal refusal = refusal(row, seen, booking);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Instant now = clock.instant();
        if (!now.isBefore(row.starts)) {
            return new Refused(BookingRefusal.IN_THE_PAST);
        }
        if (!now.isBefore(row.holdExpiresAt)) {
            SlotChoice slot = new SlotChoice(row.serviceId, row.practitionerId, row.starts);
            ServiceInfo service = rules.service(row.serviceId).lasting(row.time().length());
            TimeVerdict verdict = rules.check(service, slot, Booker.PUBLIC, holdId);
            if (verdict != TimeVerdict.FREE) {
                return rules.no(verdict, service, slot);
            }
        }
        row.confirm(booking);
        row.updatedAt = now;
        rows.flush();
        audit.record(new Actor.Visitor(), "book", row.id, null);
        Done done = done(row);
        booked.fire(new AppointmentBooked(done.appointment().info(), BookingRule.NONE));
        return done;
    }

    private @Nullable BookingRefusal refusal(
            Appointment held, @Nullable SeenTime seen, VisitorBooking booking) {
        if (seen != null && !isFor(seen, held)) {
            return BookingRefusal.HOLD_ELSEWHERE;
        }
        return limits.onBooking(booking);
    }

    /** Somebody else took the time after the hold had ended. */
    private AppointmentOutcome.Not gone(@Nullable SeenTime seen) {
        SlotChoice slot = seen == null ? null : seen.slot();
        BookingRules.Offer offer = slot == null ? null : rules.offer(slot, Booker.PUBLIC);
        return slot == null || offer == null || offer.service() == null
                ? new Refused(BookingRefusal.HOLD_GONE)
                : new AppointmentOutcome.Gone(
                        rules.taken(offer.service(), slot, Booker.PUBLIC).nearest());
    }

    private Done done(Appointment row) {
        return new Done(appointments.details(row.id).orElseThrow());
    }

    private static boolean visitors(Appointment row) {
        BookedVia via = BookedVia.of(row.bookedVia);
        return via == BookedVia.PUBLIC || via == BookedVia.API;
    }

    /** Only a visitor's appointment had a hold, whose id nobody but she was given. */
    private AppointmentOutcome.Not already(Appointment row, BookingRefusal otherwise) {
        return visitors(row)
                ? new AppointmentOutcome.Already(appointments.details(row.id).orElseThrow())
                : new Refused(otherwise);
    }

    private static boolean isFor(Appointment row, SlotChoice slot) {
        return row.practitionerId.equals(slot.practitionerId())
                && row.serviceId.equals(slot.serviceId())
                && row.starts.equals(slot.start());
    }

    private static boolean isSame(Appointment row, VisitorBooking booking) {
        return Objects.equals(row.contactName, booking.contact().name())
                && Objects.equals(row.contactPhone, booking.contact().phone())
                && Objects.equals(row.contactEmail, booking.contact().email());
    }

    private static HoldOutcome held(Appointment row, Instant expiresAt) {
        return new HoldOutcome.Held(row.id, new Slot(row.practitionerId, row.time()), expiresAt);
    }

    private static boolean isFor(SeenTime seen, Appointment row) {
        return seen.isFor(row.serviceId, row.practitionerId, row.starts);
    }
}
