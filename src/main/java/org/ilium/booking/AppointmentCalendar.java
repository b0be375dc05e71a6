package org.ilium.booking;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;

/**
 * An appointment as a calendar file (RFC 5545) whose title gives nothing away. The UID stays; the
 * SEQUENCE is the appointment's version, so that a moved or cancelled one replaces what she has.
 */
@Singleton
public class AppointmentCalendar {

    private final ClinicDirectory clinic;
    private final String from;

    AppointmentCalendar(
            ClinicDirectory clinic, @ConfigProperty(name = "ilium.mail.from") String from) {
        this.clinic = clinic;
        this.from = from;
    }

    /** The file's text, with the line ends the standard asks for; times are in UTC. */
    public String file(AppointmentDetails appointment) {
        ClinicProfile profile = clinic.profile();
        AppointmentInfo info = appointment.info();
        boolean cancelled = !info.status().holdsTime();
        VEvent event = new VEvent(false);
        event.add(new Uid(info.id() + "@ilium"));
        event.add(new DtStamp(appointment.updatedAt()));
        event.add(new DtStart<>(info.time().start()));
        event.add(new DtEnd<>(info.time().end()));
        event.add(new Summary(title(info, profile)));
        event.add(new Sequence(info.version()));
        event.add(new Status(cancelled ? "CANCELLED" : "CONFIRMED"));
        event.add(new Clazz("PRIVATE"));
        // without it a program may not take the file for a change of what it has (RFC 5546)
        event.add(
                new Organizer(
                        new ParameterList(List.of(new Cn(profile.shortName()))),
                        URI.create("mailto:" + from.strip())));
        if (!profile.phone().isEmpty()) {
            event.add(new Description("To change it, call " + profile.phone()));
        }
        if (info.mode().equals("in-person") && profile.address() != null) {
            event.add(new Location(profile.address()));
        }
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Ilium//Appointments//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        calendar.add(event);
        return calendar.toString();
    }

    /** What a glance at her calendar shows. */
    public String title(AppointmentInfo info, ClinicProfile profile) {
        String kind =
                switch (info.mode()) {
                    case "phone" -> "Phone call";
                    case "video" -> "Video call";
                    default -> "Visit";
                };
        return String.format(Locale.ROOT, "%s with %s", kind, profile.shortName());
    }
}
