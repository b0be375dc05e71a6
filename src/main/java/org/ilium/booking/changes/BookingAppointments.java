package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.RulesBroken;
import org.ilium.booking.SeenTime;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.Stranger;
import org.ilium.booking.VisitorBooking;
import org.ilium.booking.availability.Availability;
import org.ilium.booking.holds.HeldTimes;
import org.jspecify.annotations.Nullable;

/**
 * Makes appointments. Each method runs in a transaction of its own, or joins the caller's; what it
 * returns is true once that has committed.
 */
@ApplicationScoped
public class BookingAppointments {

    /** How long a visitor may take over the form, mostly, before others may have the time. */
    public static final Duration HOLD = HeldTimes.LENGTH;

    private final Transactions transactions;
    private final Holds holds;
    private final DirectBookings bookings;
    private final HeldTimes held;

    BookingAppointments(
            Transactions transactions, Holds holds, DirectBookings bookings, HeldTimes held) {
        this.transactions = transactions;
        this.holds = holds;
        this.bookings = bookings;
        this.held = held;
    }

    /**
     * Keeps a time for a visitor for {@link #HOLD}, shorter where {@code from} holds much already;
     * null counts for nobody. The id is the form's token, minted by whoever shows the form: asked
     * again, the same hold answers; with another time, the hold goes there.
     */
    public HoldOutcome hold(UUID holdId, SlotChoice slot, @Nullable Stranger from) {
        HoldOutcome outcome = transactions.call(() -> holds.hold(holdId, slot, from));
        if (outcome instanceof HoldOutcome.Held) {
            transactions.call(
                    () -> {
                        held.keepShares(slot.practitionerId(), from);
                        return outcome;
                    });
        }
        return outcome;
    }

    /** The same, counted for nobody. */
    public HoldOutcome hold(UUID holdId, SlotChoice slot) {
        return hold(holdId, slot, null);
    }

    /**
     * Books what was held. The same person's second request books nothing more and gets the same
     * appointment, one with other details learns that it is booked already; an expired hold is good
     * as long as nobody else took the time.
     */
    public AppointmentOutcome confirm(UUID holdId, VisitorBooking booking) {
        return transactions.call(() -> holds.confirm(holdId, null, booking));
    }

    /**
     * The same for a caller that names a time: refused when the hold is for another, so that she is
     * never booked for a time she does not see.
     */
    public AppointmentOutcome confirm(UUID holdId, SeenTime seen, VisitorBooking booking) {
        return transactions.call(() -> holds.confirm(holdId, seen, booking));
    }

    /** Books for a visitor without a hold, by the public's rules. */
    public AppointmentOutcome bookPublic(SlotChoice slot, VisitorBooking booking) {
        return transactions.call(() -> bookings.bookPublic(slot, booking));
    }

    /**
     * Books for the signed-in member of staff: no notice or grid. Other rules it breaks on purpose
     * only, each named to her before ({@link RulesBroken}); none it breaks further back than {@link
     * Availability#STAFF_DAYS_BACK} or {@link Availability#STAFF_DAYS} ahead.
     */
    public AppointmentOutcome bookByStaff(StaffBooking booking) {
        return transactions.call(() -> bookings.bookByStaff(booking));
    }

    /**
     * Enters an appointment as it was agreed elsewhere, in the past too and outside hours, as the
     * program itself: for demo data and imports. Only a taken time is refused.
     */
    public AppointmentOutcome enter(StaffBooking booking) {
        return transactions.call(() -> bookings.enter(booking));
    }
}
