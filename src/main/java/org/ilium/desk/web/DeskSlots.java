package org.ilium.desk.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.When;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.desk.DeskWords;
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

    /**
     * What was asked for: a practitioner's id or empty text for any, and the first date. {@code
     * hers} is who treats the patient, null when nobody does yet: first of all, and preferred among
     * those who are free at the same time.
     */
    record Asked(ServiceInfo service, String practitioner, LocalDate from, @Nullable UUID hers) {}

    /** What a form sends for anyone: of an empty field nobody can tell that it was picked. */
    static final String ANYONE = "any";

    /** The practitioner that was sent, as {@link Asked} has it. */
    static String practitioner(@Nullable String sent, String otherwise) {
        if (sent == null || sent.isBlank()) {
            return otherwise;
        }
        return sent.equals(ANYONE) ? "" : sent;
    }

    /** {@code passed} says that times before today were asked for. */
    record View(
            LocalDate from,
            boolean passed,
            @Nullable LocalDate earlier,
            LocalDate later,
            String practitioner,
            List<Giver> givers,
            List<Day> days) {

        /** The same as {@code practitioner}, as a form sends it. */
        public String getPicked() {
            return practitioner.isEmpty() ? ANYONE : practitioner;
        }

        /** Who treats her; null when that is nobody who gives this. */
        public @Nullable Giver getHers() {
            return givers.stream().filter(Giver::hers).findFirst().orElse(null);
        }
    }

    record Giver(String id, String name, boolean hers) {}

    record Day(String label, List<Choice> choices) {}

    /**
     * One time; {@code value} is what the form sends, {@code who} the practitioner, {@code whole}
     * what the button says that books it.
     */
    record Choice(String value, String time, String who, String whole) {}

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
                        free -> byDay(free, asked.hers()).size() >= DAYS_SHOWN);
        TreeMap<LocalDate, Map<Instant, Slot>> byDay = byDay(looked.slots(), asked.hers());
        List<Map.Entry<LocalDate, Map<Instant, Slot>>> shown =
                byDay.entrySet().stream().limit(DAYS_SHOWN).toList();
        return new View(
                from,
                !from.equals(asked.from()),
                from.isAfter(today) ? latest(today, from.minusDays(7)) : null,
                shown.size() < DAYS_SHOWN
                        ? looked.end()
                        : shown.get(shown.size() - 1).getKey().plusDays(1),
                asked.practitioner(),
                names.entrySet().stream()
                        .map(
                                e ->
                                        new Giver(
                                                e.getKey().toString(),
                                                e.getValue(),
                                                e.getKey().equals(asked.hers())))
                        .sorted(Comparator.comparing(giver -> !giver.hers()))
                        .toList(),
                shown.stream().map(day -> day(day.getKey(), day.getValue(), names)).toList());
    }

    /** Those slots as choices that say their date. */
    List<Choice> choices(ServiceInfo service, List<Slot> slots) {
        Map<UUID, String> names = givers(service);
        ZoneId zone = appointments.zone();
        LocalDate today = appointments.today();
        return slots.stream()
                .map(
                        slot ->
                                choice(
                                        slot,
                                        DeskWords.dateAndTime(slot.time().start(), zone, today),
                                        names))
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

    private Choice choice(Slot slot, String time, Map<UUID, String> names) {
        Instant start = slot.time().start();
        String who = names.getOrDefault(slot.practitionerId(), "");
        return new Choice(
                DeskChoice.value(slot.practitionerId(), start),
                time,
                who,
                DeskWords.dateAndTime(start, appointments.zone(), appointments.today())
                        + " with "
                        + who);
    }

    /**
     * With any practitioner, one of those who are free at a time stands for all: hers if she is.
     */
    private TreeMap<LocalDate, Map<Instant, Slot>> byDay(List<Slot> free, @Nullable UUID hers) {
        TreeMap<LocalDate, Map<Instant, Slot>> days = new TreeMap<>();
        for (Slot slot : free) {
            Instant start = slot.time().start();
            days.computeIfAbsent(
                            LocalDate.ofInstant(start, appointments.zone()),
                            date -> new LinkedHashMap<>())
                    .merge(start, slot, (a, b) -> b.practitionerId().equals(hers) ? b : a);
        }
        return days;
    }

    private Day day(LocalDate date, Map<Instant, Slot> slots, Map<UUID, String> names) {
        List<Choice> choices = new ArrayList<>();
        slots.forEach(
                (start, slot) ->
                        choices.add(
                                choice(slot, DeskWords.time(start, appointments.zone()), names)));
        return new Day(When.date(date, appointments.today()), choices);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
