package org.ilium.booking.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.Appointments;
import org.ilium.booking.FarAhead;
import org.ilium.clinic.ServiceInfo;

/** Puts a refused time into words, with the nearest free ones. */
@Singleton
class DeskConflicts {

    private final DeskSlots slots;
    private final Appointments appointments;

    DeskConflicts(DeskSlots slots, Appointments appointments) {
        this.slots = slots;
        this.appointments = appointments;
    }

    /** {@code farConfirmed} says that the form had taken on a time past the horizon. */
    DeskConflict of(
            AppointmentOutcome outcome,
            ServiceInfo service,
            DeskChoice choice,
            boolean farConfirmed) {
        if (outcome instanceof Taken taken) {
            DeskSlots.Choice asked = slots.asked(service, choice);
            Instant heldUntil = taken.heldUntil();
            String reason =
                    heldUntil == null
                            ? " is taken by another appointment."
                            : " is being booked online just now. It is kept until "
                                    + DeskWords.time(heldUntil, appointments.zone())
                                    + ", then it is free unless she has booked it.";
            return new DeskConflict(
                    asked.time() + " with " + asked.who() + reason,
                    asked,
                    heldUntil != null,
                    false,
                    farConfirmed,
                    slots.choices(service, taken.nearest()));
        }
        if (outcome instanceof Refused far && far.refusal() instanceof FarAhead why) {
            boolean mayConfirm = why instanceof FarAhead.BeyondHorizon;
            return new DeskConflict(
                    why.reason(),
                    mayConfirm ? slots.asked(service, choice) : null,
                    false,
                    mayConfirm,
                    false,
                    List.of());
        }
        if (outcome instanceof Refused refused) {
            return new DeskConflict(
                    refused.refusal().reason(),
                    null,
                    false,
                    false,
                    farConfirmed,
                    slots.nearest(service, choice));
        }
        return new DeskConflict("That did not work.", null, false, false, false, List.of());
    }

    /** From when free times are shown beside it: no further than anybody may book. */
    static LocalDate from(AppointmentOutcome outcome, LocalDate asked, LocalDate today) {
        boolean beyond =
                outcome instanceof Refused refused
                        && refused.refusal() instanceof FarAhead.BeyondBound;
        return beyond ? today : asked;
    }

    static int status(AppointmentOutcome outcome) {
        return outcome instanceof Refused refused ? refused.refusal().status() : 409;
    }
}
