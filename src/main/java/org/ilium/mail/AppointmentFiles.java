package org.ilium.mail;

import jakarta.inject.Singleton;
import java.time.Clock;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.ilium.booking.AppointmentInfo;
import org.ilium.mail.Letter.CalendarPart;
import org.jspecify.annotations.Nullable;

/** The calendar file that goes with a message; calendars are shared, so it says as little. */
@Singleton
class AppointmentFiles {

    private final Stationery stationery;
    private final Clock clock;

    AppointmentFiles(Stationery stationery, Clock clock) {
        this.stationery = stationery;
        this.clock = clock;
    }

    CalendarPart file(AppointmentInfo appointment, boolean cancels, @Nullable String link) {
        VEvent event =
                new VEvent(
                        appointment.time().start(),
                        appointment.time().end(),
                        Discretion.subject(
                                "Appointment with ",
                                stationery.profile().shortName(),
                                "",
                                "Appointment"));
        // one entry per appointment, replaced by whichever file was made last
        event.add(new Uid(appointment.id() + "@ilium"));
        event.add(new Sequence(appointment.version()));
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(clock.instant()));
        event.add(cancels ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        if (link != null) {
            event.add(new Description("See, move or cancel it: " + link));
            event.add(new Url(java.net.URI.create(link)));
        }
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Ilium//Appointments//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(cancels ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        calendar.add(event);
        return new CalendarPart(cancels ? "CANCEL" : "PUBLISH", calendar.toString());
    }
}
