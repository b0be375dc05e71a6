package org.ilium.booking.changes;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.AppointmentBooked;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.Contact;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitorBooking;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.TimeVerdict;
import org.ilium.booking.holds.HeldTimes;
import org.ilium.booking.holds.PublicLimits;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Ids;
import org.ilium.shared.Interval;
import org.ilium.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Books at once, without a hold before; runs in the caller's transaction. */
@Singleton
class DirectBookings {

    private static final String PHONE = "phone";

    private final AppointmentInserts inserts;
    private final Appointments appointments;
    private final PatientTimes patients;
    private final BookingRules rules;
    private final PublicLimits limits;
    private final HeldTimes held;
    private final BookingAudit audit;
    private final CurrentStaff staff;
    private final Event<AppointmentBooked> booked;

    DirectBookings(
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
        TimeVerdict verdict = rules.check(service, slot, Booker.PUBLIC, null);
        if (verdict != TimeVerdict.FREE) {
            return rules.no(verdict, service, slot);
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
                ? done(made, new Actor.Visitor(), "book", List.of())
                : rules.taken(service, slot, Booker.PUBLIC);
    }

    AppointmentOutcome bookByStaff(StaffBooking booking) {
        return book(booking, new Actor.Staff(), true);
    }

    AppointmentOutcome enter(StaffBooking booking) {
        return book(booking, new Actor.Program(), false);
    }

    private AppointmentOutcome book(StaffBooking booking, Actor actor, boolean keepsRules) {
        SlotChoice slot = booking.slot();
        BookingRules.Offer offer = rules.offer(slot, Booker.STAFF);
        ServiceInfo service = offer.service();
        if (service == null) {
            return new Refused(Objects.requireNonNull(offer.refusal()));
        }
        Interval time = Interval.of(slot.start(), service.length());
        PatientTimes.Found her = patients.look(booking.patientId(), time, null);
        BookingRefusal patient = her.refusal();
        if (patient != null && (patient != BookingRefusal.PATIENT_BUSY || !keepsRules)) {
            return new Refused(patient);
        }
        if (!keepsRules) {
            return insert(booking, service, actor, List.of());
        }
        Refusal beyond = rules.outOfBounds(slot);
        if (beyond != null) {
            return new Refused(beyond);
        }
        List<BrokenRule> broken =
                new ArrayList<>(rules.broken(service, slot, ofHers(booking, patient), null));
        if (isCall(booking, service) && !her.phone() && !hasPhone(booking.contact())) {
            broken.add(
                    new BrokenRule(
                            BookingRule.NO_PHONE,
                            "It is a phone call, and there is no phone number to call."));
        }
        AppointmentOutcome.Not against = rules.against(broken, booking.setAside(), service, slot);
        return against != null ? against : insert(booking, service, actor, broken);
    }

    private static boolean isCall(StaffBooking booking, ServiceInfo service) {
        return PHONE.equals(booking.mode() == null ? service.mode() : booking.mode());
    }

    private static boolean hasPhone(@Nullable Contact contact) {
        return contact != null && contact.phone() != null;
    }

    private BookingRules.OfHers ofHers(StaffBooking booking, @Nullable BookingRefusal busy) {
        UUID patient = booking.patientId();
        return new BookingRules.OfHers(
                busy != null,
                patient == null
                        ? null
                        : appointments.sameDay(patient, booking.slot().start(), null));
    }

    private AppointmentOutcome insert(
            StaffBooking booking, ServiceInfo service, Actor actor, List<BrokenRule> broken) {
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
        boolean overlaps =
                BookingRule.OVERLAP.stream().anyMatch(rule -> BrokenRule.any(broken, rule));
        if (!overlaps && inserts.insert(made, null)) {
            return done(made, actor, "book", broken);
        }
        Set<BookingRule> setAside = booking.setAside();
        boolean mayPressOn = BookingRule.OVERLAP.stream().anyMatch(setAside::contains);
        if (mayPressOn) {
            held.giveWay(made.practitionerId(), made.busy());
            if (inserts.insert(made, null)) {
                return done(made, actor, "book", broken);
            }
        }
        if (setAside.contains(BookingRule.SLOT_TAKEN) && inserts.insert(made, staff.id())) {
            return done(made, actor, "book-over", broken);
        }
        return lost(booking, service, made.time());
    }

    /** Somebody else got there between the check and the insert. */
    private AppointmentOutcome lost(StaffBooking booking, ServiceInfo service, Interval time) {
        SlotChoice slot = booking.slot();
        BookingRefusal patient = patients.refusal(booking.patientId(), time, null);
        if (patient != null && patient != BookingRefusal.PATIENT_BUSY) {
            return new Refused(patient);
        }
        List<BrokenRule> broken = rules.broken(service, slot, ofHers(booking, patient), null);
        AppointmentOutcome.Not against = rules.against(broken, booking.setAside(), service, slot);
        return against != null ? against : rules.taken(service, slot, Booker.STAFF);
    }

    private Done done(NewAppointment made, Actor actor, String action, List<BrokenRule> broken) {
        audit.record(actor, action, made.id(), made.patientId(), broken);
        AppointmentDetails details = appointments.details(made.id()).orElseThrow();
        booked.fire(new AppointmentBooked(details.info(), BrokenRule.rules(broken)));
        return new Done(details);
    }
}
