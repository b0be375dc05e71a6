package org.ilium.booking.changes;

import static org.ilium.booking.AppointmentStatus.ARRIVED;
import static org.ilium.booking.AppointmentStatus.BOOKED;
import static org.ilium.booking.AppointmentStatus.CANCELLED;
import static org.ilium.booking.AppointmentStatus.REQUESTED;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.AppointmentCancelled;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.Cancellation;
import org.ilium.booking.LettersUnderWay;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.schedule.Appointments;
import org.ilium.shared.Interval;
import org.ilium.shared.Refusal;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Cancels appointments, and takes cancellations back while nobody can have acted on them. */
@Singleton
class Cancellations {

    private static final Set<AppointmentStatus> CANCELLABLE = Set.of(REQUESTED, BOOKED, ARRIVED);

    private final Changes changes;
    private final Transactions transactions;
    private final AppointmentRepository rows;
    private final AppointmentInserts inserts;
    private final Appointments appointments;
    private final PatientTimes patients;
    private final BookingRules rules;
    private final CollidingVisits colliding;
    private final LettersUnderWay letters;
    private final Sql sql;
    private final Event<AppointmentCancelled> cancelled;
    private final Clock clock;

    Cancellations(
            Changes changes,
            Transactions transactions,
            AppointmentRepository rows,
            AppointmentInserts inserts,
            Appointments appointments,
            PatientTimes patients,
            BookingRules rules,
            CollidingVisits colliding,
            LettersUnderWay letters,
            Sql sql,
            Event<AppointmentCancelled> cancelled,
            Clock clock) {
        this.changes = changes;
        this.transactions = transactions;
        this.rows = rows;
        this.inserts = inserts;
        this.appointments = appointments;
        this.patients = patients;
        this.rules = rules;
        this.colliding = colliding;
        this.letters = letters;
        this.sql = sql;
        this.cancelled = cancelled;
        this.clock = clock;
    }

    AppointmentOutcome cancel(UUID id, int version, Actor actor, Cancellation why) {
        return changes.change(
                id,
                version,
                row -> {
                    if (!CANCELLABLE.contains(row.status)) {
                        return BookingRefusal.WRONG_STATUS;
                    }
                    if (!(actor instanceof Actor.Staff) && isLate(row)) {
                        return BookingRefusal.TOO_LATE_TO_CANCEL;
                    }
                    row.cancel(why, clock.instant());
                    changes.wrote(row, actor, why.deed());
                    cancelled.fire(new AppointmentCancelled(id));
                    return null;
                });
    }

    private boolean isLate(Appointment row) {
        var notice = rules.service(row.serviceId).minimumNotice();
        return !clock.instant().isBefore(row.starts.minus(notice));
    }

    boolean isCancelled(UUID id) {
        return appointments.find(id).filter(info -> info.status() == CANCELLED).isPresent();
    }

    AppointmentOutcome takeBack(UUID id, int version) {
        try {
            return transactions.call(() -> takeBackOnce(id, version));
        } catch (RuntimeException e) {
            if (!Transactions.lostTheTime(e)) {
                throw e;
            }
            return transactions.call(() -> lost(id));
        }
    }

    private AppointmentOutcome takeBackOnce(UUID id, int version) {
        AppointmentInfo known = appointments.find(id).orElse(null);
        if (known == null) {
            return new Refused(BookingRefusal.UNKNOWN_APPOINTMENT);
        }
        rows.lockTimeOf(known.practitionerId(), known.patientId());
        boolean[] taken = {false};
        AppointmentOutcome outcome =
                changes.changeOnce(
                        id,
                        version,
                        row -> {
                            AppointmentDetails visit = appointments.details(id).orElseThrow();
                            Refusal refusal = refusal(visit);
                            taken[0] = refusal == null && isTaken(visit);
                            if (refusal != null || taken[0]) {
                                return refusal == null ? BookingRefusal.WRONG_STATUS : refusal;
                            }
                            return putBack(row);
                        });
        return taken[0] ? lost(id) : outcome;
    }

    /** Whether it would be taken back as things stand now; it is decided again when it is. */
    boolean mayTakeBack(AppointmentDetails visit) {
        return refusal(visit) == null && !isTaken(visit) && letters.mayTakeBack(visit.id());
    }

    /** What speaks against it besides another's visit. */
    private @Nullable Refusal refusal(AppointmentDetails visit) {
        if (visit.status() != CANCELLED) {
            return BookingRefusal.WRONG_STATUS;
        }
        Interval time = visit.info().time();
        boolean over = !clock.instant().isBefore(time.end());
        // one put on record afterwards was over on purpose
        if (over && visit.createdAt().isBefore(time.start())) {
            return BookingRefusal.IN_THE_PAST;
        }
        BookingRefusal busy = patients.refusal(visit.info().patientId(), time, visit.id());
        if (busy != null) {
            return busy;
        }
        // it keeps the hours and the notice it was booked with, but not against time off
        return !over && colliding.isInTimeOff(visit.info()) ? BookingRefusal.TIME_OFF : null;
    }

    private @Nullable Refusal putBack(Appointment row) {
        Instant now = clock.instant();
        AppointmentInfo info = appointments.find(row.id).orElseThrow();
        boolean byHerself = AppointmentDetails.BY_PATIENT.equals(row.cancelledBy);
        if (!letters.takeBack(info, byHerself && row.cancelReason == null)) {
            return BookingRefusal.CANCELLATION_TOLD;
        }
        inserts.removeExpiredHolds(
                row.practitionerId, new Interval(row.busyStarts, row.busyEnds), now);
        row.takeCancellationBack();
        changes.wrote(row, new Actor.Staff(), "undo-cancel");
        return null;
    }

    /**
     * Whether somebody has its time. One that stood over others on purpose goes back over those,
     * but over nothing that came or changed since.
     */
    private boolean isTaken(AppointmentDetails visit) {
        return !sql.list(
                        """
                        select 1 from appointment
                         where practitioner_id = ? and status not in ('cancelled', 'no-show')
                           and id <> ? and busy_starts < ? and busy_ends > ?
                           and busy_starts > cast(? as timestamptz) - interval '24 hours'
                           and (hold_expires_at is null or hold_expires_at > ?)
                           and (not ? or updated_at >= ?)
                         limit 1
                        """,
                        found -> true,
                        visit.info().practitionerId(),
                        visit.id(),
                        visit.busy().end(),
                        visit.busy().start(),
                        visit.busy().start(),
                        clock.instant(),
                        visit.overlapAllowed(),
                        visit.cancelledAt())
                .isEmpty();
    }

    /** Somebody has its time by now, or she has another visit then. */
    private AppointmentOutcome lost(UUID id) {
        AppointmentInfo info = appointments.find(id).orElseThrow();
        BookingRefusal patient = patients.refusal(info.patientId(), info.time(), id);
        SlotChoice slot =
                new SlotChoice(info.serviceId(), info.practitionerId(), info.time().start());
        return patient != null
                ? new Refused(patient)
                : rules.taken(rules.service(info.serviceId()), slot, Booker.STAFF);
    }
}
