package org.ilium.booking.link;

import jakarta.inject.Singleton;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.MovingAppointments;

/** What she who holds the link does with her appointment, by page or JSON. */
@Singleton
class AppointmentByLink {

    static final String CHANGED =
            "Your appointment has changed since you opened that page. This is how it is now.";

    private final AppointmentChanges changes;
    private final MovingAppointments moving;

    AppointmentByLink(AppointmentChanges changes, MovingAppointments moving) {
        this.changes = changes;
        this.moving = moving;
    }

    AppointmentOutcome cancel(OpenedAppointments.Opened seen, int version) {
        AppointmentDetails before = seen.details();
        boolean already = before.status() == AppointmentStatus.CANCELLED;
        return orDone(
                before, already, changes.cancelByPatient(before.id(), version, seen.linkId()));
    }

    AppointmentOutcome move(OpenedAppointments.Opened seen, int version, OfferedTimes.Chosen to) {
        AppointmentDetails before = seen.details();
        boolean already =
                before.status() == AppointmentStatus.BOOKED
                        && before.info().time().start().equals(to.start())
                        && before.info().practitionerId().equals(to.practitionerId());
        return orDone(
                before,
                already,
                moving.moveByPatient(
                        before.id(), version, to.practitionerId(), to.start(), seen.linkId()));
    }

    /** A request sent twice, when the first has done it, ends where the first did. */
    private static AppointmentOutcome orDone(
            AppointmentDetails before, boolean already, AppointmentOutcome outcome) {
        return already && !(outcome instanceof Taken) ? new Done(before) : outcome;
    }
}
