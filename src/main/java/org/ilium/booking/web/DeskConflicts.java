package org.ilium.booking.web;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.Appointments;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.FarAhead;
import org.ilium.booking.RulesBroken;
import org.ilium.booking.Slot;
import org.ilium.booking.TooLongAgo;
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

    DeskConflict of(AppointmentOutcome outcome, ServiceInfo service, DeskChoice choice) {
        if (outcome instanceof Taken taken) {
            return broken(taken.rules(), taken.nearest(), service, choice);
        }
        if (outcome instanceof Refused refused && refused.refusal() instanceof RulesBroken why) {
            return broken(why.rules(), why.nearest(), service, choice);
        }
        if (outcome instanceof Refused refused) {
            return new DeskConflict(
                    List.of(refused.refusal().reason()),
                    null,
                    "",
                    "",
                    isOutOfBounds(refused) ? List.of() : slots.nearest(service, choice));
        }
        return new DeskConflict(List.of("That did not work."), null, "", "", List.of());
    }

    private DeskConflict broken(
            List<BrokenRule> rules, List<Slot> nearest, ServiceInfo service, DeskChoice choice) {
        boolean may = RulesBroken.mayBeSetAside(rules);
        return new DeskConflict(
                rules.stream().map(BrokenRule::words).toList(),
                may ? slots.asked(service, choice) : null,
                may ? DeskChoice.setAside(choice.value(), rules) : "",
                may ? anyway(rules) : "",
                slots.choices(service, nearest));
    }

    private static String anyway(List<BrokenRule> rules) {
        boolean held = rules.stream().anyMatch(broken -> broken.rule() == BookingRule.SLOT_HELD);
        String all = rules.size() == 1 ? "" : ", against all of this";
        return "Book it anyway%s.%s This is recorded with your name."
                .formatted(
                        all, held ? " Whoever is booking it online is told that it is gone." : "");
    }

    private static boolean isOutOfBounds(Refused refused) {
        return refused.refusal() instanceof FarAhead || refused.refusal() instanceof TooLongAgo;
    }

    /** From when free times are shown beside it: no further than anybody may book. */
    static LocalDate from(AppointmentOutcome outcome, LocalDate asked, LocalDate today) {
        boolean beyond = outcome instanceof Refused refused && isOutOfBounds(refused);
        return beyond ? today : asked;
    }

    static int status(AppointmentOutcome outcome) {
        return outcome instanceof Refused refused ? refused.refusal().status() : 409;
    }
}
