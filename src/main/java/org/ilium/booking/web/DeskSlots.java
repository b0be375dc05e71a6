package org.ilium.booking.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.Appointments;
import org.ilium.booking.Booker;
import org.ilium.booking.FreeTimes;
import org.ilium.booking.Slot;
import org.ilium.booking.When;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** Free times as the desk picks from them. */
@Singleton
class DeskSlots {

    /** As far as one look reaches, and on how many of those days it stops. */
    private static final int DAYS_LOOKED = 21;

    private static final int DAYS_SHOWN = 3;

    private final ClinicDirectory clinic;
    private final FreeTimes times;
    private final Appointments appointments;

    DeskSlots(ClinicDirectory clinic, FreeTimes times, Appointments appointments) {
        this.clinic = clinic;
        this.times = times;
        this.appointments = appointments;
    }

    /** What was asked for: a practitioner's id or empty text for any, and the first date. */
    record Asked(ServiceInfo service, String practitioner, LocalDate from) {}

    record View(
            LocalDate from,
            @Nullable LocalDate earlier,
            LocalDate later,
            String practitioner,
            List<Giver> givers,
            List<Day> days) {}

    record Giver(String id, String name) {}

    record Day(String label, List<Choice> choices) {}

    /** One time; {@code value} is what the form sends, {@code who} the practitioner. */
    record Choice(String value, String time, String who) {}

    /** The first days with free times; {@code moved} is left out of what is busy. */
    View view(Asked asked, @Nullable UUID moved) {
        Map<UUID, String> names = givers(asked.service());
        LocalDate today = appointments.today();
        LocalDate from = asked.from().isBefore(today) ? today : asked.from();
        Collection<UUID> wanted =
                names.keySet().stream()
                        .filter(
                                id ->
                                        asked.practitioner().isEmpty()
                                                || id.toString().equals(asked.practitioner()))
                        .toList();
        LocalDate to = from.plusDays(DAYS_LOOKED);
        FreeTimes.Looked looked =
                times.first(
                        asked.service(),
                        wanted,
                        from,
                        to,
                        Booker.STAFF,
                        moved,
                        free -> byDay(free).size() >= DAYS_SHOWN);
        TreeMap<LocalDate, Map<Instant, Slot>> byDay = byDay(looked.slots());
        List<LocalDate> shown = byDay.keySet().stream().limit(DAYS_SHOWN).toList();
        return new View(
                from,
                from.isAfter(today) ? latest(today, from.minusDays(7)) : null,
                shown.size() < DAYS_SHOWN ? looked.end() : shown.get(shown.size() - 1).plusDays(1),
                asked.practitioner(),
                names.entrySet().stream()
                        .map(e -> new Giver(e.getKey().toString(), e.getValue()))
                        .toList(),
                shown.stream().map(date -> day(date, byDay.get(date), names)).toList());
    }

    /** Those slots as choices that say their date. */
    List<Choice> choices(ServiceInfo service, List<Slot> slots) {
        Map<UUID, String> names = givers(service);
        ZoneId zone = appointments.zone();
        return slots.stream()
                .map(
                        slot ->
                                new Choice(
                                        DeskChoice.value(
                                                slot.practitionerId(), slot.time().start()),
                                        DeskWords.dateAndTime(
                                                slot.time().start(), zone, appointments.today()),
                                        names.getOrDefault(slot.practitionerId(), "")))
                .toList();
    }

    /** The free times closest to one that could not be had. */
    List<Choice> nearest(ServiceInfo service, DeskChoice asked) {
        return choices(
                service,
                times.nearest(service, asked.practitionerId(), asked.start(), Booker.STAFF, 5));
    }

    /** The time that was asked for, in words, as a choice again. */
    Choice asked(ServiceInfo service, DeskChoice choice) {
        Interval time = Interval.of(choice.start(), service.length());
        return choices(service, List.of(new Slot(choice.practitionerId(), time))).get(0);
    }

    private Map<UUID, String> givers(ServiceInfo service) {
        return clinic.practitionersFor(service.id()).stream()
                .collect(
                        Collectors.toMap(
                                PractitionerInfo::id,
                                PractitionerInfo::displayName,
                                (one, other) -> one,
                                LinkedHashMap::new));
    }

    /** With any practitioner, one of those who are free at a time stands for all. */
    private TreeMap<LocalDate, Map<Instant, Slot>> byDay(List<Slot> free) {
        TreeMap<LocalDate, Map<Instant, Slot>> days = new TreeMap<>();
        for (Slot slot : free) {
            Instant start = slot.time().start();
            days.computeIfAbsent(
                            LocalDate.ofInstant(start, appointments.zone()),
                            date -> new LinkedHashMap<>())
                    .putIfAbsent(start, slot);
        }
        return days;
    }

    private Day day(LocalDate date, Map<Instant, Slot> slots, Map<UUID, String> names) {
        List<Choice> choices = new ArrayList<>();
        slots.forEach(
                (start, slot) ->
                        choices.add(
                                new Choice(
                                        DeskChoice.value(slot.practitionerId(), start),
                                        DeskWords.time(start, appointments.zone()),
                                        names.getOrDefault(slot.practitionerId(), ""))));
        return new Day(When.date(date, appointments.today()), choices);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
