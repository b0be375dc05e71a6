package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.BookingRule;
import org.ilium.booking.availability.Booker;

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
     * Moves by the staff's rules; {@code setAside} are those it may break, each of them named to
     * the caller before: of those it does not break nothing is stored. One that is there already
     * keeps its version. Call it outside a transaction: losing the time to somebody else undoes the
     * one it runs in.
     */
    public AppointmentOutcome moveByStaff(
            UUID id, int version, UUID practitionerId, Instant start, Set<BookingRule> setAside) {
        return move(
                new Moves.Wish(
                        id,
                        version,
                        practitionerId,
                        start,
                        setAside,
                        Booker.STAFF,
                        new Actor.Staff()));
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
                        BookingRule.NONE,
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
