package org.ilium.booking.letters;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Related;
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
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.VisitTime;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.clinic.TellingWords;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as a calendar file (RFC 5545) whose title gives nothing away. The UID stays; the
 * SEQUENCE is the appointment's version, so that a moved or cancelled one replaces what she has.
 */
@Singleton
public class AppointmentCalendar {

    private static final Duration REMINDED_BEFORE = Duration.ofHours(-1);

    private final ClinicDirectory clinic;
    private final String from;

    AppointmentCalendar(
            ClinicDirectory clinic, @ConfigProperty(name = "ilium.mail.from") String from) {
        this.clinic = clinic;
        this.from = from;
    }

    /**
     * The file's text, with the lines the standard asks for; times are in UTC. {@code link} opens
     * the appointment's own page; null for none.
     */
    public String file(AppointmentDetails appointment, @Nullable String link) {
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
        event.add(organizer(profile));
        event.add(new Description(description(info, profile, cancelled ? null : link)));
        if (!cancelled && link != null) {
            event.add(new Url(URI.create(link)));
        }
        if (!cancelled) {
            event.add(reminder(title(info, profile)));
        }
        if (info.mode().equals("in-person") && profile.address() != null) {
            event.add(new Location(profile.address()));
        }
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Ilium//Appointments//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        calendar.add(event);
        return ContentLines.folded(calendar.toString());
    }

    /** The time in words too: a calendar shows it by its own clock alone. */
    private static String description(
            AppointmentInfo info, ClinicProfile profile, @Nullable String link) {
        VisitTime time =
                VisitTime.of(info.time().start(), info.mode(), info.personZone(), profile.zone());
        List<String> lines = new ArrayList<>();
        lines.add((time.whole() + ". " + time.besideInWords()).strip());
        if (link != null) {
            lines.add("See, move or cancel it: " + link);
        }
        if (!profile.phone().isEmpty()) {
            lines.add("To change it, call " + PhoneNumbers.typed(profile.phone()));
        }
        return String.join("\n", lines);
    }

    private static VAlarm reminder(String title) {
        VAlarm alarm = new VAlarm();
        alarm.add(new Trigger(new ParameterList(List.of(Related.START)), REMINDED_BEFORE));
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Description(title));
        return alarm;
    }

    /** Without a name that would tell of her health in a calendar that others see. */
    private Organizer organizer(ClinicProfile profile) {
        List<Parameter> name =
                TellingWords.giveAway(profile.shortName())
                        ? List.of()
                        : List.of(new Cn(profile.shortName()));
        return new Organizer(new ParameterList(name), URI.create("mailto:" + from.strip()));
    }

    /** What a glance at her calendar shows; nothing of a clinic whose name would tell. */
    public String title(AppointmentInfo info, ClinicProfile profile) {
        String kind =
                switch (info.mode()) {
                    case "phone" -> "Phone call";
                    case "video" -> "Video call";
                    default -> "Visit";
                };
        return TellingWords.giveAway(profile.shortName())
                ? kind
                : String.format(Locale.ROOT, "%s with %s", kind, profile.shortName());
    }
}
