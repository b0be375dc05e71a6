package org.ilium.booking.link;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.api.ApiAnswers;
import org.ilium.booking.api.WantedChange;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.shared.Refusal;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;

/** Says an outcome to the program of her who holds the link, and no more than her page shows. */
@Singleton
class MyAppointmentAnswers {

    private final OpenedAppointments opened;
    private final ClinicDirectory clinic;

    MyAppointmentAnswers(OpenedAppointments opened, ClinicDirectory clinic) {
        this.opened = opened;
        this.clinic = clinic;
    }

    Response of(OpenedAppointments.Opened seen) {
        return Response.ok(json(seen)).tag(String.valueOf(seen.details().version())).build();
    }

    /** The appointment as it is now; anything but done is thrown as its problem. */
    Response of(String token, AppointmentOutcome outcome, WantedChange wanted) {
        OpenedAppointments.Opened now = opened.by(token);
        if (outcome instanceof Done) {
            return of(now);
        }
        if (outcome instanceof Refused refused) {
            throw refused(refused.refusal());
        }
        if (outcome instanceof Taken taken) {
            throw ApiAnswers.taken(taken, now.zone());
        }
        Stale stale = (Stale) outcome;
        throw new RefusedException(
                Problem.stale(stale.current().version(), wanted.against(stale.current()))
                        .saying("Your appointment has changed", AppointmentByLink.CHANGED)
                        .with(Map.of("current", json(now))));
    }

    /** With the phone number, as the page has it beside the words. */
    RefusedException refused(Refusal refusal) {
        String phone = clinic.profile().phone();
        Problem problem = Problem.of(refusal);
        return new RefusedException(
                phone.isEmpty() ? problem : problem.with(Map.of("phone", phone)));
    }

    private MyAppointmentJson json(OpenedAppointments.Opened seen) {
        return MyAppointmentJson.of(seen, clinic.profile());
    }
}
