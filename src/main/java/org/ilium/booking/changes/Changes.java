package org.ilium.booking.changes;

import static org.ilium.booking.AppointmentStatus.CANCELLED;
import static org.ilium.booking.AppointmentStatus.COMPLETED;
import static org.ilium.booking.AppointmentStatus.HELD;
import static org.ilium.booking.AppointmentStatus.NO_SHOW;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.booking.AppointmentCompleted;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentEdit;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.LettersUnderWay;
import org.ilium.booking.NotToday;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.VisitFollowUps;
import org.ilium.booking.VisitStep;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.schedule.Appointments;
import org.ilium.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Locks an appointment, compares its version, changes it, leaves the audit row, tells others. */
@Singleton
class Changes {

    private final Transactions transactions;
    private final AppointmentRepository rows;
    private final Appointments appointments;
    private final PatientTimes patients;
    private final BookingRules rules;
    private final BookingAudit audit;
    private final LettersUnderWay letters;
    private final VisitFollowUps followUps;
    private final CurrentStaff staff;
    private final Event<AppointmentCompleted> completed;
    private final LinksOfOldAddress oldLinks;
    private final Clock clock;

    Changes(
            Transactions transactions,
            AppointmentRepository rows,
            Appointments appointments,
            PatientTimes patients,
            BookingRules rules,
            BookingAudit audit,
            LettersUnderWay letters,
            VisitFollowUps followUps,
            CurrentStaff staff,
            Event<AppointmentCompleted> completed,
            LinksOfOldAddress oldLinks,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.appointments = appointments;
        this.patients = patients;
        this.rules = rules;
        this.audit = audit;
        this.letters = letters;
        this.followUps = followUps;
        this.staff = staff;
        this.completed = completed;
        this.oldLinks = oldLinks;
        this.clock = clock;
    }

    AppointmentOutcome step(UUID id, int version, VisitStep step) {
        return change(
                id,
                version,
                row -> {
                    AppointmentStatus to = step.from(row.status, row.isCall());
                    if (to == null) {
                        return step.refusal(row.status, row.isCall());
                    }
                    if (to == NO_SHOW && clock.instant().isBefore(row.starts)) {
                        return BookingRefusal.NOT_YET;
                    }
                    LocalDate day = LocalDate.ofInstant(row.starts, appointments.zone());
                    LocalDate today = appointments.today();
                    if (to != NO_SHOW && today.isBefore(day)) {
                        return new NotToday(day, today);
                    }
                    row.status = to;
                    wrote(row, new Actor.Staff(), step.action());
                    if (to == COMPLETED) {
                        completed.fire(new AppointmentCompleted(id));
                    }
                    return null;
                });
    }

    boolean mayUndo(AppointmentDetails visit) {
        return VisitStep.UNDO.from(visit.status(), visit.info().isCall()) != null
                && (visit.status() != COMPLETED
                        || staff.may(May.TREAT)
                                && isToday(visit.info().time().start())
                                && followUps.mayWithdraw(visit.id()));
    }

    AppointmentOutcome undo(UUID id, int version) {
        return change(
                id,
                version,
                row -> {
                    AppointmentStatus before = VisitStep.UNDO.from(row.status, row.isCall());
                    if (before == null) {
                        return row.status == CANCELLED
                                ? BookingRefusal.NOT_YOURS_TO_UNDO
                                : BookingRefusal.WRONG_STATUS;
                    }
                    BookingRefusal stays = row.status == COMPLETED ? staysCompleted(row) : null;
                    if (stays != null) {
                        return stays;
                    }
                    row.status = before;
                    wrote(row, new Actor.Staff(), "undo");
                    return null;
                });
    }

    /** Why a completion is not taken back, or null; takes back what it planned. */
    private @Nullable BookingRefusal staysCompleted(Appointment row) {
        if (!staff.may(May.TREAT)) {
            return BookingRefusal.NOT_YOURS_TO_REOPEN;
        }
        if (!isToday(row.starts)) {
            return BookingRefusal.DAY_IS_OVER;
        }
        return followUps.withdraw(row.id) ? null : BookingRefusal.ASKED_ALREADY;
    }

    private boolean isToday(Instant start) {
        return LocalDate.ofInstant(start, appointments.zone()).equals(appointments.today());
    }

    /** Leaves no row of its own: what it notes is noted with the letter. */
    AppointmentOutcome toldOnThePhone(UUID id, int version) {
        return change(
                id,
                version,
                row -> {
                    letters.toldOnThePhone(id);
                    return null;
                });
    }

    AppointmentOutcome edit(UUID id, int version, AppointmentEdit edit) {
        return change(
                id,
                version,
                row -> {
                    BookingRefusal refusal = edit.changesPatient() ? linkRefusal(row, edit) : null;
                    if (refusal != null) {
                        return refusal;
                    }
                    if (edit.changesNote()) {
                        String note = edit.note();
                        row.note = note == null || note.isBlank() ? null : note;
                    }
                    UUID before = row.patientId;
                    if (edit.changesPatient()) {
                        row.patientId = edit.patientId();
                    }
                    if (before != null && !before.equals(row.patientId)) {
                        oldLinks.givenToAnother(row);
                    }
                    wrote(
                            row,
                            new Actor.Staff(),
                            edit.changesPatient() ? "link" : "note",
                            row.patientId == null ? before : row.patientId);
                    return null;
                });
    }

    private @Nullable BookingRefusal linkRefusal(Appointment row, AppointmentEdit edit) {
        if (row.status == HELD) {
            return BookingRefusal.WRONG_STATUS;
        }
        if (edit.patientId() == null) {
            return row.contactName == null ? BookingRefusal.UNKNOWN_PATIENT : null;
        }
        BookingRefusal refusal = patients.refusal(edit.patientId(), row.time(), row.id);
        boolean onlyBusy = refusal == BookingRefusal.PATIENT_BUSY && !row.status.holdsTime();
        return onlyBusy ? null : refusal;
    }

    /** The change refuses before it touches the row. */
    AppointmentOutcome change(
            UUID id, int version, Function<Appointment, @Nullable Refusal> change) {
        try {
            return transactions.call(() -> changeOnce(id, version, change));
        } catch (RuntimeException e) {
            if (!Transactions.lostTheTime(e)) {
                throw e;
            }
            return transactions.call(() -> lost(id));
        }
    }

    AppointmentOutcome changeOnce(
            UUID id, int version, Function<Appointment, @Nullable Refusal> change) {
        Appointment row = rows.lock(id);
        if (row == null) {
            return new Refused(BookingRefusal.UNKNOWN_APPOINTMENT);
        }
        if (row.version != version) {
            return new Stale(details(id));
        }
        Refusal refusal = change.apply(row);
        return refusal == null ? new Done(details(id)) : new Refused(refusal);
    }

    /** Its time belongs to somebody else by now, or the patient has another visit then. */
    private AppointmentOutcome lost(UUID id) {
        AppointmentInfo info = details(id).info();
        SlotChoice slot =
                new SlotChoice(info.serviceId(), info.practitionerId(), info.time().start());
        return rules.taken(rules.service(info.serviceId()), slot, Booker.STAFF);
    }

    void wrote(Appointment row, Actor actor, String action) {
        wrote(row, actor, action, row.patientId);
    }

    private void wrote(Appointment row, Actor actor, String action, @Nullable UUID patientId) {
        row.updatedAt = clock.instant();
        rows.flush();
        audit.record(actor, action, row.id, patientId);
    }

    private AppointmentDetails details(UUID id) {
        return appointments.details(id).orElseThrow();
    }
}
