package org.ilium.booking;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Ids;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** Books at once, without a hold before; runs in the caller's transaction. */
@Singleton
class Bookings {

    private final AppointmentInserts inserts;
    private final Appointments appointments;
    private final PatientTimes patients;
    private final BookingRules rules;
    private final PublicLimits limits;
    private final HeldTimes held;
    private final BookingAudit audit;
    private final CurrentStaff staff;
    private final Event<AppointmentBooked> booked;

    Bookings(
            AppointmentInserts inserts,
            Appointments appointments,
            PatientTimes patients,
            BookingRules rules,
            PublicLimits limits,
            HeldTimes held,
            BookingAudit audit,
            CurrentStaff staff,
            Event<AppointmentBooked> booked) {
        this.inserts = inserts;
        this.appointments = appointments;
        this.patients = patients;
        this.rules = rules;
        this.limits = limits;
        this.held = held;
        this.audit = audit;
        this.staff = staff;
        this.booked = booked;
    }

    AppointmentOutcome bookPublic(SlotChoice slot, VisitorBooking booking) {
        BookingRules.Offer offer = rules.offer(slot, Booker.PUBLIC);
        ServiceInfo service = offer.service();
        if (service == null) {
            return new Refused(Objects.requireNonNull(offer.refusal()));
        }
        Verdict verdict = rules.check(service, slot, Booker.PUBLIC, null);
        if (verdict != Verdict.FREE) {
            return rules.no(verdict, service, slot, Booker.PUBLIC);
        }
        BookingRefusal tooMany = limits.onBooking(booking);
        if (tooMany != null) {
            return new Refused(tooMany);
        }
        NewAppointment made =
                new NewAppointment(
                        Ids.next(),
                        service,
                        slot.practitionerId(),
                        slot.start(),
                        AppointmentStatus.BOOKED,
                        null,
                        null,
                        booking.contact(),
                        booking.zone(),
                        booking.reason(),
                        null,
                        null,
                        booking.via(),
                        booking.from());
        return inserts.insert(made, null)
                ? done(made, new Actor.Visitor(), "book")
                : rules.taken(service, slot, Booker.PUBLIC);
    }

    AppointmentOutcome bookByStaff(StaffBooking booking) {
        return book(booking, new Actor.Staff(), true);
    }

    AppointmentOutcome enter(StaffBooking booking) {
        return book(booking, new Actor.Program(), false);
    }

    private AppointmentOutcome book(StaffBooking booking, Actor actor, boolean keepsHours) {
        SlotChoice slot = booking.slot();
        BookingRules.Offer offer = rules.offer(slot, Booker.STAFF);
        ServiceInfo service = offer.service();
        if (service == null) {
            return new Refused(Objects.requireNonNull(offer.refusal()));
        }
        Interval time = Interval.of(slot.start(), service.length());
        BookingRefusal patient = patients.refusal(booking.patientId(), time, null);
        if (patient != null) {
            return new Refused(patient);
        }
        SameDay second = secondThatDay(booking, keepsHours);
        if (second != null) {
            return new Refused(second);
        }
        Verdict verdict =
                keepsHours ? rules.check(service, slot, Booker.STAFF, null) : Verdict.FREE;
        BookingRules.Confirmed confirmed =
                new BookingRules.Confirmed(
                        booking.overlap(), booking.beyondHorizon() || !keepsHours);
        AppointmentOutcome.Not against =
                rules.against(verdict, service, slot, Booker.STAFF, confirmed);
        if (against != null) {
            return against;
        }
        return insert(booking, service, actor, verdict == Verdict.TAKEN);
    }

    /** What was agreed elsewhere is entered as it is. */
    private @Nullable SameDay secondThatDay(StaffBooking booking, boolean asks) {
        UUID patient = booking.patientId();
        return patient == null || booking.sameDay() || !asks
                ? null
                : appointments.sameDay(patient, booking.slot().start(), null);
    }

    private AppointmentOutcome insert(
            StaffBooking booking, ServiceInfo service, Actor actor, boolean overlaps) {
        SlotChoice slot = booking.slot();
        NewAppointment made =
                new NewAppointment(
                        Ids.next(),
                        service,
                        slot.practitionerId(),
                        slot.start(),
                        AppointmentStatus.BOOKED,
                        null,
                        booking.patientId(),
                        booking.contact(),
                        booking.zone(),
                        booking.reason(),
                        booking.mode(),
                        booking.note(),
                        booking.via(),
                        null);
        if (!overlaps && inserts.insert(made, null)) {
            return done(made, actor, "book");
        }
        if (booking.overlap()) {
            boolean free =
                    held.giveWay(made.practitionerId(), made.busy()) && inserts.insert(made, null);
            if (free || inserts.insert(made, staff.id())) {
                return done(made, actor, free ? "book" : "book-over");
            }
        }
        BookingRefusal patient = patients.refusal(booking.patientId(), made.time(), null);
        return patient != null ? new Refused(patient) : rules.taken(service, slot, Booker.STAFF);
    }

    private Done done(NewAppointment made, Actor actor, String action) {
        audit.record(actor, action, made.id(), made.patientId());
        AppointmentDetails details = appointments.details(made.id()).orElseThrow();
        booked.fire(new AppointmentBooked(details.info()));
        return new Done(details);
    }
}
