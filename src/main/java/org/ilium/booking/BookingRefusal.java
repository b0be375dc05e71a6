package org.ilium.booking;

import org.ilium.booking.availability.TimeVerdict;
import org.ilium.shared.Refusal;

/** Why an appointment was not made or changed. */
public enum BookingRefusal implements Refusal {
    UNKNOWN_APPOINTMENT(404, "There is no such appointment."),
    UNKNOWN_SERVICE(422, "The clinic does not offer that service."),
    NOT_OFFERED(422, "That service cannot be booked with that practitioner here."),
    UNKNOWN_PATIENT(422, "There is no such patient."),
    IN_THE_PAST(422, "That time has already passed."),
    TOO_SOON(422, "That time is too soon to book here. Please call the clinic."),
    TOO_FAR(422, "That time is too far ahead to book yet."),
    OUTSIDE_HOURS(422, "The practitioner does not work at that time."),
    OFF_GRID(422, "No appointment begins at that time. Pick one of the times offered."),
    TIME_OFF(422, "The practitioner is away at that time."),
    PATIENT_BUSY(409, "The patient already has an appointment at that time."),
    HOLD_ELSEWHERE(
            409,
            "You picked another time after you opened that page. Please pick your time again."),
    PLEASE_CALL(422, "We cannot book this online. Please call us."),
    HOLD_GONE(410, "That time was kept for you only for a while, and somebody else took it."),
    BOOKED_ALREADY(409, "This was booked already. The details given first stand."),
    TOO_LATE_TO_CANCEL(422, "It is too late to cancel here. Please call the clinic."),
    TOO_LATE_TO_MOVE(422, "It is too late to move it here. Please call the clinic."),
    CANCELLATION_TOLD(
            409,
            "Our message that it is cancelled has left or is just leaving, so this cannot be taken"
                    + " back. Book it again instead."),
    ASKED_ALREADY(409, "The patient was already asked how this visit was, so it stays completed."),
    NOT_YOURS_TO_REOPEN(403, "Only a therapist takes back that a visit is completed."),
    DAY_IS_OVER(
            422,
            "A visit that was completed stays so once its day is over. Note on the chart why."),
    NOT_YOURS_TO_UNDO(403, "Only who books appointments can take a cancellation back."),
    NOT_YET(422, "The appointment has not begun yet."),
    NO_ARRIVAL(422, "Nobody arrives for a phone or video visit. It starts when the call begins."),
    NOT_ARRIVED(409, "Mark first that the patient has arrived."),
    WRONG_STATUS(409, "That is not possible for an appointment in this state."),
    KEY_REUSED(422, "This Idempotency-Key was used for a different request.");

    private final int status;
    private final String reason;

    BookingRefusal(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    @Override
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public int status() {
        return status;
    }

    /** The refusal that says this verdict; null for those that are not refusals of their own. */
    public static BookingRefusal of(TimeVerdict verdict) {
        return valueOf(verdict.name());
    }
}
