package org.ilium.booking.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Already;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Gone;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.FarAhead;
import org.ilium.booking.RulesBroken;
import org.ilium.booking.TooLongAgo;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.shared.Refusal;
import org.ilium.web.FieldError;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;

/** Says an outcome in HTTP. */
@Singleton
public class ApiAnswers {

    public static final String CURRENT = " 'more.current' is the appointment now.";

    private final ClinicDirectory clinic;
    private final ShownAppointments shown;

    ApiAnswers(ClinicDirectory clinic, ShownAppointments shown) {
        this.clinic = clinic;
        this.shown = shown;
    }

    /** The appointment with its ETag; anything but done is thrown as its problem. */
    Response of(int status, AppointmentOutcome outcome, WantedChange wanted) {
        AppointmentDetails done = done(outcome, wanted);
        return of(status, done);
    }

    /** Who books is not noted as reading it too: the booking's own audit row says it. */
    Response booked(AppointmentOutcome outcome) {
        AppointmentDetails booked = done(outcome, WantedChange.none());
        boolean before = outcome instanceof Done done && done.before();
        return before ? of(201, booked) : answer(201, booked);
    }

    /** Leaves the audit row of whoever is shown it. */
    Response of(int status, AppointmentDetails details) {
        shown.one(details);
        return answer(status, details);
    }

    private static Response answer(int status, AppointmentDetails details) {
        return Response.status(status)
                .tag(String.valueOf(details.version()))
                .entity(AppointmentJson.of(details))
                .build();
    }

    AppointmentDetails done(AppointmentOutcome outcome, WantedChange wanted) {
        if (outcome instanceof Done done) {
            return done.appointment();
        }
        if (outcome instanceof Refused refused) {
            throw new RefusedException(problem(refused.refusal()));
        }
        if (outcome instanceof Taken taken) {
            throw taken(taken);
        }
        if (outcome instanceof Gone gone) {
            throw new RefusedException(
                    Problem.of(BookingRefusal.HOLD_GONE)
                            .with(nearest(gone.nearest(), clinic.profile().zone())));
        }
        if (outcome instanceof Already) {
            throw new RefusedException(Problem.of(BookingRefusal.BOOKED_ALREADY));
        }
        AppointmentDetails now = ((Stale) outcome).current();
        shown.one(now);
        throw new RefusedException(
                Problem.stale(now.version(), wanted.against(now))
                        .with(Map.of("current", AppointmentJson.of(now))));
    }

    /** One about the time names the field that it was sent in. */
    private Problem problem(Refusal refusal) {
        Problem problem = Problem.of(refusal);
        if (refusal instanceof RulesBroken broken) {
            problem =
                    problem.with(nearest(broken.nearest(), clinic.profile().zone()))
                            .with(rules(broken.rules()));
            List<AppointmentDetails> hers = broken.visits();
            if (!hers.isEmpty()) {
                shown.all("appointment", hers);
                problem =
                        problem.with(
                                Map.of("visits", hers.stream().map(AppointmentJson::of).toList()));
            }
        }
        return refusal instanceof FarAhead
                        || refusal instanceof TooLongAgo
                        || refusal instanceof RulesBroken
                ? problem.withErrors(List.of(new FieldError("start", refusal.reason())))
                : problem;
    }

    RefusedException taken(Taken taken) {
        return taken(taken, clinic.profile().zone());
    }

    /** A rule that the time breaks; {@code maySetAside} says whether staff may break it. */
    @Schema(name = "BrokenRule")
    record RuleJson(
            @Schema(implementation = BookingRule.class) String code,
            String reason,
            boolean maySetAside) {}

    private static Map<String, Object> rules(List<BrokenRule> broken) {
        return Map.of(
                "rules",
                broken.stream()
                        .map(
                                b ->
                                        new RuleJson(
                                                b.rule().code(),
                                                b.words(),
                                                b.rule().mayBeSetAside()))
                        .toList());
    }

    public static RefusedException taken(Taken taken, ZoneId zone) {
        Problem problem =
                Problem.of(
                                409,
                                "slot-taken",
                                "That time is taken",
                                "Somebody else has it. These free times are close to it.")
                        .with(nearest(taken.nearest(), zone));
        return new RefusedException(
                taken.rules().isEmpty() ? problem : problem.with(rules(taken.rules())));
    }

    private static Map<String, Object> nearest(List<Slot> slots, ZoneId zone) {
        return Map.of("nearest", SlotJson.of(slots, zone));
    }
}
