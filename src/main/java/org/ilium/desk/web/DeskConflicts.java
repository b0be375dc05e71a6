package org.ilium.desk.web;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.FarAhead;
import org.ilium.booking.RulesBroken;
import org.ilium.booking.TooLongAgo;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.ShownAppointments;
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

    /** {@code verb} is what the button does, "Book" or "Move". */
    DeskConflict of(
            AppointmentOutcome outcome, ServiceInfo service, DeskChoice choice, String verb) {
        if (outcome instanceof Taken taken) {
            return broken(taken.rules(), taken.nearest(), service, choice, verb);
        }
        if (outcome instanceof Refused refused && refused.refusal() instanceof RulesBroken why) {
            return broken(why.rules(), why.nearest(), service, choice, verb);
        }
        if (outcome instanceof Refused refused) {
            return new DeskConflict(
                    List.of(refused.refusal().reason()),
                    null,
                    "",
                    "",
                    isOutOfBounds(refused) ? List.of() : slots.nearest(service, choice),
                    List.of(),
                    false);
        }
        return new DeskConflict(
                List.of("That did not work."), null, "", "", List.of(), List.of(), false);
    }

    private DeskConflict broken(
            List<BrokenRule> rules,
            List<Slot> nearest,
            ServiceInfo service,
            DeskChoice choice,
            String verb) {
        boolean may = RulesBroken.mayBeSetAside(rules);
        return new DeskConflict(
                rules.stream().map(BrokenRule::words).toList(),
                may ? slots.asked(service, choice) : null,
                may ? DeskChoice.setAside(choice.value(), rules) : "",
                may ? anyway(rules, verb) : "",
                slots.choices(service, nearest),
                hers(rules),
                BookingRule.OVERLAP.containsAll(rules.stream().map(BrokenRule::rule).toList()));
    }

    private List<DeskCallerVisits.Line> hers(List<BrokenRule> rules) {
        List<AppointmentDetails> visits = BrokenRule.visits(rules);
        shown.all("appointment", visits);
        return visits.stream()
                .map(
                        visit ->
                                DeskCallerVisits.line(
                                        visit.info(), appointments.zone(), appointments.today()))
                .toList();
    }

    private static String anyway(List<BrokenRule> rules, String verb) {
        if (rules.size() == 1 && rules.get(0).rule() == BookingRule.SAME_DAY) {
            return "The patient wants two appointments that day. This is recorded with your name.";
        }
        boolean held = rules.stream().anyMatch(broken -> broken.rule() == BookingRule.SLOT_HELD);
        String all = rules.size() == 1 ? "" : ", against all of this";
        return "%s it anyway%s.%s This is recorded with your name."
                .formatted(
                        verb,
                        all,
                        held ? " Whoever is booking it online is told that it is gone." : "");
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
