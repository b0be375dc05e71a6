package org.ilium.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Gives an appointment another time or practitioner; it keeps its service, length and link. */
@ApplicationScoped
public class MovingAppointments {

    private final Transactions transactions;
    private final Moves moves;

    MovingAppointments(Transactions transactions, Moves moves) {
        this.transactions = transactions;
        this.moves = moves;
    }

    /**
     * Moves by the staff's rules; {@code overlap} moves it over another appointment on purpose,
     * {@code beyondHorizon} past the service's horizon, {@code sameDay} to a day on which she has
     * another. One that is there already keeps its version. Call it outside a transaction: losing
     * the time to somebody else undoes the one it runs in.
     */
    public AppointmentOutcome moveByStaff(
            UUID id,
            int version,
            UUID practitionerId,
            Instant start,
            boolean overlap,
            boolean beyondHorizon,
            boolean sameDay) {
        return move(
                new Moves.Wish(
                        id,
                        version,
                        practitionerId,
                        start,
                        overlap,
                        beyondHorizon,
                        sameDay,
                        Booker.STAFF,
                        new Actor.Staff()));
    }

    /** The same to a day on which she has no other visit. */
    public AppointmentOutcome moveByStaff(
            UUID id,
            int version,
            UUID practitionerId,
            Instant start,
            boolean overlap,
            boolean beyondHorizon) {
        return moveByStaff(id, version, practitionerId, start, overlap, beyondHorizon, false);
    }

    /** Moves for the patient who holds the link, by the public's rules and in good time. */
    public AppointmentOutcome moveByPatient(
            UUID id, int version, UUID practitionerId, Instant start, UUID linkId) {
        return move(
                new Moves.Wish(
                        id,
                        version,
                        practitionerId,
                        start,
                        false,
                        false,
                        false,
                        Booker.PUBLIC,
                        new Actor.Patient(linkId)));
    }

    private AppointmentOutcome move(Moves.Wish wish) {
        try {
            return transactions.call(() -> moves.move(wish));
        } catch (RuntimeException e) {
            if (Transactions.lostTheTime(e)) {
                return transactions.call(() -> moves.lost(wish));
            }
            throw e;
        }
    }
}
