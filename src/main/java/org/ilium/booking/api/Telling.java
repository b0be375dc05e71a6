package org.ilium.booking.api;

import jakarta.inject.Singleton;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.changes.AppointmentChanges;
import org.jspecify.annotations.Nullable;

/** Notes that she heard of a change on the phone, when the program that made it says so. */
@Singleton
class Telling {

    /** What the field says in the API's description. */
    static final String DESCRIPTION =
            "The patient was told of it on the phone: she is not on the list of those not told."
                    + " What can reach her by mail is mailed all the same";

    private final AppointmentChanges changes;

    Telling(AppointmentChanges changes) {
        this.changes = changes;
    }

    AppointmentOutcome after(AppointmentOutcome outcome, @Nullable Boolean toldOnPhone) {
        if (Boolean.TRUE.equals(toldOnPhone) && outcome instanceof Done done) {
            // when somebody changed it in this moment, she was not told of that
            changes.toldOnThePhone(done.appointment().id(), done.appointment().version());
        }
        return outcome;
    }
}
