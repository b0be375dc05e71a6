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
import org.ilium.booking.SameDay;
import org.ilium.booking.ShownAppointments;
import org.ilium.clinic.ServiceInfo;

/** Puts a refused time into words, with the nearest free ones. */
@Singleton
class DeskConflicts {

    private final DeskSlots slots;
    private final Appointments appointments;
    private final ShownAppointments shown;

    DeskConflicts(DeskSlots slots, Appointments appointments, ShownAppointments shown) {
        this.slots = slots;
        this.appointments = appointments;
        this.shown = shown;
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
            return DeskConflict.of(
                    asked.time() + " with " + asked.who() + reason,
                    asked,
                    heldUntil != null,
                    false,
                    farConfirmed,
                    slots.choices(service, taken.nearest()));
        }
        if (outcome instanceof Refused far && far.refusal() instanceof FarAhead why) {
            boolean mayConfirm = why instanceof FarAhead.BeyondHorizon;
            return DeskConflict.of(
                    why.reason(),
                    mayConfirm ? slots.asked(service, choice) : null,
                    false,
                    mayConfirm,
                    false,
                    List.of());
        }
        if (outcome instanceof Refused refused && refused.refusal() instanceof SameDay second) {
            shown.all("appointment", second.visits());
            return new DeskConflict(
                    second.reason(),
                    slots.asked(service, choice),
                    false,
                    false,
                    farConfirmed,
                    List.of(),
                    new DeskConflict.SecondVisit(
                            second.date().toString(),
                            second.visits().stream()
                                    .map(
                                            visit ->
                                                    DeskCallerVisits.line(
                                                            visit.info(),
                                                            appointments.zone(),
                                                            appointments.today()))
                                    .toList()),
                    "");
        }
        if (outcome instanceof Refused refused) {
            return DeskConflict.of(
                    refused.refusal().reason(),
                    null,
                    false,
                    false,
                    farConfirmed,
                    slots.nearest(service, choice));
        }
        return DeskConflict.of("That did not work.", null, false, false, false, List.of());
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
