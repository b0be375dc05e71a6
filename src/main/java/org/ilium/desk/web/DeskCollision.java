package org.ilium.desk.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.CollidingVisit;
import org.ilium.booking.availability.Collision;
import org.ilium.booking.availability.Slot;
import org.ilium.clinic.Absence;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.desk.DeskWords;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A visit that no longer fits, as the desk works it off: {@code why} it does not, {@code kept} what
 * was decided already, {@code next} the time offered instead.
 */
record DeskCollision(
        String id,
        int version,
        String seen,
        String causes,
        String name,
        String when,
        String practitioner,
        String service,
        @Nullable String phone,
        @Nullable String phoneShown,
        List<String> why,
        List<String> kept,
        DeskSlots.@Nullable Choice next) {

    static DeskCollision of(
            CollidingVisit colliding, Optional<Slot> next, ZoneId zone, LocalDate today) {
        AppointmentDetails visit = colliding.visit();
        AppointmentInfo info = visit.info();
        String phone = info.contactPhone();
        return new DeskCollision(
                visit.id().toString(),
                visit.version(),
                DeskSeen.of(visit),
                colliding.seen(),
                visit.name(),
                DeskWords.dateAndTime(info.time().start(), zone, today),
                info.practitionerName(),
                info.serviceName(),
                phone,
                phone == null ? null : PhoneNumbers.shown(phone),
                words(colliding.open(), info, zone, today),
                words(colliding.kept(), info, zone, today),
                next.map(slot -> choice(slot, info, zone, today)).orElse(null));
    }

    private static DeskSlots.Choice choice(
            Slot slot, AppointmentInfo info, ZoneId zone, LocalDate today) {
        String time = DeskWords.dateAndTime(slot.time().start(), zone, today);
        String who = info.practitionerName();
        return new DeskSlots.Choice(
                DeskChoice.value(slot.practitionerId(), slot.time().start()),
                time,
                who,
                time + " with " + who);
    }

    private static List<String> words(
            List<Collision> collisions, AppointmentInfo info, ZoneId zone, LocalDate today) {
        return collisions.stream().map(it -> words(it, info, zone, today)).distinct().toList();
    }

    /** Such as "Demo Therapist is away 9:00 AM – 12:00 PM (Training)". */
    private static String words(
            Collision collision, AppointmentInfo info, ZoneId zone, LocalDate today) {
        String who = info.practitionerName();
        return switch (collision.cause()) {
            case OUTSIDE_HOURS -> "Outside the hours of " + who;
            case PRACTITIONER_LEFT -> who + " no longer works here";
            case SERVICE_NOT_GIVEN -> who + " no longer gives " + info.serviceName();
            case SERVICE_WITHDRAWN -> info.serviceName() + " is no longer offered";
            case TIME_OFF -> timeOff(collision.absence(), who, zone, today);
        };
    }

    private static String timeOff(
            @Nullable Absence absence, String who, ZoneId zone, LocalDate today) {
        if (absence == null) {
            return who + " is away";
        }
        String reason = absence.reason() == null ? "" : " (" + absence.reason() + ")";
        return (absence.isWholeClinic() ? "The clinic is closed " : who + " is away ")
                + span(absence.time(), zone, today)
                + reason;
    }

    /** The times of one day, or the days, with times where they are not whole. */
    static String span(Interval time, ZoneId zone, LocalDate today) {
        LocalDate first = LocalDate.ofInstant(time.start(), zone);
        LocalDate last = LocalDate.ofInstant(time.end().minusNanos(1), zone);
        boolean whole =
                time.start().equals(first.atStartOfDay(zone).toInstant())
                        && time.end().equals(last.plusDays(1).atStartOfDay(zone).toInstant());
        if (whole) {
            return first.equals(last)
                    ? "all day " + DeskWords.date(first, today)
                    : DeskWords.date(first, today) + " – " + DeskWords.date(last, today);
        }
        return first.equals(last)
                ? DeskWords.date(first, today) + ", " + DeskWords.range(time, zone)
                : DeskWords.dateAndTime(time.start(), zone, today)
                        + " – "
                        + DeskWords.dateAndTime(time.end(), zone, today);
    }
}
