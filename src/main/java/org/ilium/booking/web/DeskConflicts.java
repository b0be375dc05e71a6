package org.ilium.booking.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.clinic.ServiceInfo;

/** Puts a refused time into words, with the nearest free ones. */
@Singleton
class DeskConflicts {

    private final DeskSlots slots;

    DeskConflicts(DeskSlots slots) {
        this.slots = slots;
    }

    DeskConflict of(AppointmentOutcome outcome, ServiceInfo service, DeskChoice choice) {
        if (outcome instanceof Taken taken) {
            DeskSlots.Choice asked = slots.asked(service, choice);
            return new DeskConflict(
                    asked.time() + " with " + asked.who() + " is taken by another appointment.",
                    asked,
                    slots.choices(service, taken.nearest()));
        }
        if (outcome instanceof Refused refused) {
            return new DeskConflict(
                    refused.refusal().reason(), null, slots.nearest(service, choice.start()));
        }
        return new DeskConflict("That did not work.", null, List.of());
    }

    static int status(AppointmentOutcome outcome) {
        return outcome instanceof Refused refused ? refused.refusal().status() : 409;
    }
}
