package org.ilium.booking.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;

/** The free times a visitor sees: by day of her own zone, each time once. */
@Singleton
class Offer {

    private static final int DAYS_SHOWN = 5;
    private static final int NOON = 12;
    private static final int EVENING = 17;

    private final ClinicDirectory clinic;
    private final FreeTimes times;
    private final Appointments appointments;

    Offer(ClinicDirectory clinic, FreeTimes times, Appointments appointments) {
        this.clinic = clinic;
        this.times = times;
        this.appointments = appointments;
    }

    record Time(String slot, String label, String who) {}

    record Part(String name, List<Time> times) {}

    record Day(String date, int count, List<Part> parts) {}

    /** {@code later} is where the next days begin, null when there are none. */
    record Page(List<Day> days, @Nullable LocalDate later, boolean hasEarlier) {}

    /** The asked service if the public may book it; the first such when none was asked for. */
    Optional<ServiceInfo> service(String slug) {
        return clinic.services().stream()
                .filter(ServiceInfo::publicBookable)
                .filter(s -> slug.isEmpty() || s.slug().equals(slug))
                .findFirst();
    }

    /** From {@code from} on in her zone, null for the first; {@code moved} may be moved there. */
    Page page(ServiceInfo service, ZoneId zone, @Nullable LocalDate from, @Nullable UUID moved) {
        LocalDate today = appointments.today();
        LocalDate end = today.plusDays(service.horizonDays() + 1L);
        List<PractitionerInfo> givers = clinic.practitionersFor(service.id());
        List<UUID> ids = givers.stream().map(PractitionerInfo::id).toList();
        List<Slot> free =
                moved == null
                        ? times.free(service, ids, today, end, Booker.PUBLIC)
                        : times.freeForMove(moved, service, ids, today, end, Booker.PUBLIC);
        return page(free, names(givers), zone, from);
    }

    private Page page(
            List<Slot> free, Map<UUID, String> names, ZoneId zone, @Nullable LocalDate from) {
        TreeMap<LocalDate, Map<Instant, Time>> days = new TreeMap<>();
        for (Slot slot : free) {
            Instant start = slot.time().start();
            days.computeIfAbsent(LocalDate.ofInstant(start, zone), d -> new TreeMap<>())
                    .putIfAbsent(start, time(slot, names, zone));
        }
        LocalDate first = days.isEmpty() ? LocalDate.MIN : days.firstKey();
        Map<LocalDate, Map<Instant, Time>> asked = from == null ? days : days.tailMap(from);
        List<Day> shown =
                asked.entrySet().stream()
                        .limit(DAYS_SHOWN)
                        .map(e -> day(e.getKey(), e.getValue(), zone))
                        .toList();
        LocalDate later = asked.keySet().stream().skip(DAYS_SHOWN).findFirst().orElse(null);
        return new Page(shown, later, from != null && from.isAfter(first));
    }

    private Day day(LocalDate date, Map<Instant, Time> times, ZoneId zone) {
        Map<String, List<Time>> parts = new LinkedHashMap<>();
        times.forEach(
                (start, time) ->
                        parts.computeIfAbsent(partOfDay(start, zone), p -> new ArrayList<>())
                                .add(time));
        Instant first = times.keySet().iterator().next();
        return new Day(
                When.date(LocalDate.ofInstant(first, zone), appointments.today()),
                times.size(),
                parts.entrySet().stream().map(e -> new Part(e.getKey(), e.getValue())).toList());
    }

    private static String partOfDay(Instant start, ZoneId zone) {
        int hour = start.atZone(zone).getHour();
        return hour < NOON ? "Morning" : hour < EVENING ? "Afternoon" : "Evening";
    }

    private static Time time(Slot slot, Map<UUID, String> names, ZoneId zone) {
        return new Time(
                value(slot),
                new When(slot.time().start(), zone).time(),
                names.getOrDefault(slot.practitionerId(), ""));
    }

    /** The nearest free times, with their days, after one was taken. */
    List<Day> nearest(List<Slot> nearest, ZoneId zone) {
        List<Slot> inOrder = nearest.stream().sorted().toList();
        return page(inOrder, Map.of(), zone, null).days();
    }

    private static Map<UUID, String> names(List<PractitionerInfo> givers) {
        return givers.stream()
                .collect(Collectors.toMap(PractitionerInfo::id, PractitionerInfo::displayName));
    }

    static String value(Slot slot) {
        return slot.practitionerId() + "~" + slot.time().start();
    }

    /** A practitioner and a start as a form carries them. */
    record Chosen(UUID practitionerId, Instant start) {}

    static Optional<Chosen> chosen(String value) {
        String[] parts = value.split("~", 2);
        try {
            return Optional.of(new Chosen(UUID.fromString(parts[0]), Instant.parse(parts[1])))
                    .filter(chosen -> Entered.isReckonable(chosen.start()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
