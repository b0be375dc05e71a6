package org.ilium.booking.changes;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentMoved;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.TimeVerdict;
import org.ilium.booking.holds.HeldTimes;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Interval;
import org.ilium.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** One attempt at moving an appointment, in the caller's transaction. */
@Singleton
class Moves {

    /** What can still get another time. */
    static final Set<AppointmentStatus> MOVABLE =
            EnumSet.of(AppointmentStatus.REQUESTED, AppointmentStatus.BOOKED);

    private final AppointmentRepository rows;
    private final AppointmentInserts inserts;
    private final Appointments appointments;
    private final PatientTimes patients;
    private final BookingRules rules;
    private final HeldTimes held;
    private final BookingAudit audit;
    private final CurrentStaff staff;
    private final Event<AppointmentMoved> moved;
    private final Clock clock;

    Moves(
            AppointmentRepository rows,
            AppointmentInserts inserts,
            Appointments appointments,
            PatientTimes patients,
            BookingRules rules,
            HeldTimes held,
            BookingAudit audit,
            CurrentStaff staff,
            Event<AppointmentMoved> moved,
            Clock clock) {
        this.rows = rows;
        this.inserts = inserts;
        this.appointments = appointments;
        this.patients = patients;
        this.rules = rules;
        this.held = held;
        this.audit = audit;
        this.staff = staff;
        this.moved = moved;
        this.clock = clock;
    }

    record Wish(
            UUID id,
            int version,
            UUID practitionerId,
            Instant start,
            Set<BookingRule> setAside,
            Booker booker,
            Actor actor) {}

    AppointmentOutcome move(Wish wish) {
        AppointmentInfo known = appointments.find(wish.id()).orElse(null);
        if (known == null) {
            return new Refused(BookingRefusal.UNKNOWN_APPOINTMENT);
        }
        rows.lockTimeOf(wish.practitionerId(), known.patientId());
        Appointment row = rows.lock(wish.id());
        if (row == null) {
            return new Refused(BookingRefusal.UNKNOWN_APPOINTMENT);
        }
        if (row.version != wish.version()) {
            return new Stale(details(row));
        }
        ServiceInfo service = rules.service(row.serviceId).lasting(row.time().length());
        BookingRefusal refusal = refusal(row, wish, service);
        if (refusal != null) {
            return new Refused(refusal);
        }
        if (isThere(row, wish)) {
            return new Done(details(row));
        }
        Interval time = Interval.of(wish.start(), service.length());
        BookingRefusal patient = patients.refusal(row.patientId, time, row.id);
        return wish.booker() == Booker.STAFF
                ? byStaff(row, wish, service, patient)
                : byPatient(row, wish, service, patient);
    }

    private AppointmentOutcome byPatient(
            Appointment row, Wish wish, ServiceInfo service, @Nullable BookingRefusal patient) {
        if (patient != null) {
            return new Refused(patient);
        }
        SlotChoice slot = new SlotChoice(row.serviceId, wish.practitionerId(), wish.start());
        TimeVerdict verdict = rules.check(service, slot, Booker.PUBLIC, row.id);
        return verdict == TimeVerdict.FREE
                ? change(row, wish, service, false, List.of())
                : rules.no(verdict, service, slot);
    }

    private AppointmentOutcome byStaff(
            Appointment row, Wish wish, ServiceInfo service, @Nullable BookingRefusal patient) {
        if (patient != null && patient != BookingRefusal.PATIENT_BUSY) {
            return new Refused(patient);
        }
        SlotChoice slot = new SlotChoice(row.serviceId, wish.practitionerId(), wish.start());
        Refusal beyond = rules.outOfBounds(slot);
        if (beyond != null) {
            return new Refused(beyond);
        }
        BookingRules.OfHers hers = ofHers(row.patientId, row.starts, wish, row.id, patient);
        List<BrokenRule> broken = rules.broken(service, slot, hers, row.id);
        AppointmentOutcome.Not against = rules.against(broken, wish.setAside(), service, slot);
        if (against != null) {
            return against;
        }
        boolean overlaps = BrokenRule.any(broken, BookingRule.SLOT_TAKEN);
        if (overlaps || BrokenRule.any(broken, BookingRule.SLOT_HELD)) {
            held.giveWay(wish.practitionerId(), FreeTimes.busy(service, wish.start()));
        }
        return change(row, wish, service, overlaps, broken);
    }

    private @Nullable BookingRefusal refusal(Appointment row, Wish wish, ServiceInfo service) {
        if (!MOVABLE.contains(row.status)) {
            return BookingRefusal.WRONG_STATUS;
        }
        boolean late = !clock.instant().isBefore(row.starts.minus(service.minimumNotice()));
        if (wish.booker() == Booker.PUBLIC && late) {
            return BookingRefusal.TOO_LATE_TO_MOVE;
        }
        if (!rules.isGiven(service, wish.practitionerId())) {
            return BookingRefusal.NOT_OFFERED;
        }
        return null;
    }

    /** Nobody is asked about a day that stays. */
    private BookingRules.OfHers ofHers(
            @Nullable UUID patientId,
            Instant before,
            Wish wish,
            UUID visit,
            @Nullable BookingRefusal busy) {
        return new BookingRules.OfHers(
                busy != null,
                patientId == null || dayOf(before).equals(dayOf(wish.start()))
                        ? null
                        : appointments.sameDay(patientId, wish.start(), visit));
    }

    private LocalDate dayOf(Instant start) {
        return LocalDate.ofInstant(start, appointments.zone());
    }

    private static boolean isThere(Appointment row, Wish wish) {
        return row.starts.equals(wish.start()) && row.practitionerId.equals(wish.practitionerId());
    }

    private AppointmentOutcome change(
            Appointment row,
            Wish wish,
            ServiceInfo service,
            boolean overlaps,
            List<BrokenRule> broken) {
        Interval before = row.time();
        Interval time = Interval.of(wish.start(), service.length());
        Interval busy = FreeTimes.busy(service, wish.start());
        Instant now = clock.instant();
        inserts.removeExpiredHolds(wish.practitionerId(), busy, now);
        row.move(wish.practitionerId(), time, busy);
        row.overlap(overlaps ? staff.id() : null);
        row.updatedAt = now;
        rows.flush();
        audit.record(wish.actor(), overlaps ? "move-over" : "move", row.id, row.patientId, broken);
        moved.fire(new AppointmentMoved(row.id, before, BrokenRule.rules(broken)));
        return new Done(details(row));
    }

    /** What to say when somebody else got there between the check and the change. */
    AppointmentOutcome lost(Wish wish) {
        AppointmentDetails now = appointments.details(wish.id()).orElse(null);
        if (now == null) {
            return new Refused(BookingRefusal.UNKNOWN_APPOINTMENT);
        }
        ServiceInfo service =
                rules.service(now.info().serviceId()).lasting(now.info().time().length());
        Interval time = Interval.of(wish.start(), service.length());
        BookingRefusal patient = patients.refusal(now.info().patientId(), time, now.id());
        SlotChoice slot =
                new SlotChoice(now.info().serviceId(), wish.practitionerId(), wish.start());
        if (wish.booker() == Booker.STAFF
                && (patient == null || patient == BookingRefusal.PATIENT_BUSY)) {
            BookingRules.OfHers hers =
                    ofHers(
                            now.info().patientId(),
                            now.info().time().start(),
                            wish,
                            now.id(),
                            patient);
            AppointmentOutcome.Not against =
                    rules.against(
                            rules.broken(service, slot, hers, now.id()),
                            wish.setAside(),
                            service,
                            slot);
            return against != null ? against : rules.taken(service, slot, Booker.STAFF);
        }
        return patient != null ? new Refused(patient) : rules.taken(service, slot, wish.booker());
    }

    private AppointmentDetails details(Appointment row) {
        return appointments.details(row.id).orElseThrow();
    }
}
