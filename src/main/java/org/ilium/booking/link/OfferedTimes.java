package org.ilium.booking.link;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.When;
import org.ilium.booking.api.EnteredFields;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.TimeOfDay;
import org.jspecify.annotations.Nullable;

/** The free times a visitor sees: by day of her own zone, each time once. */
@Singleton
public class OfferedTimes {

    private static final int DAYS_SHOWN = 5;
    private static final int NOON = 12;
    private static final int EVENING = 17;

    private final ClinicDirectory clinic;
    private final FreeTimes times;
    private final Appointments appointments;

    OfferedTimes(ClinicDirectory clinic, FreeTimes times, Appointments appointments) {
        this.clinic = clinic;
        this.times = times;
        this.appointments = appointments;
    }

    /** {@code other} is with somebody else than the appointment that would be moved there. */
    record Time(String slot, String label, String who, boolean other) {}

    record Part(String name, List<Time> times) {}

    public record Day(String date, int count, List<Part> parts) {
        boolean hasOthers() {
            return parts.stream().flatMap(p -> p.times().stream()).anyMatch(Time::other);
        }
    }

    /** {@code later} is where the next days begin, null when there are none. */
    public record Page(List<Day> days, @Nullable LocalDate later, boolean hasEarlier) {
        /** When the times close to a lost one are enough. */
        public static final Page NONE = new Page(List.of(), null, false);
    }

    /** The asked service if the public may book it; the first such when none was asked for. */
    public Optional<ServiceInfo> service(String slug) {
        return clinic.services().stream()
                .filter(ServiceInfo::publicBookable)
                .filter(s -> slug.isEmpty() || s.slug().equals(slug))
                .findFirst();
    }

    /** Whether anybody gives it; its times may still all be taken. */
    public boolean isGiven(ServiceInfo service) {
        return !clinic.practitionersFor(service.id()).isEmpty();
    }

    /**
     * From {@code from} on in her zone, null for the first; {@code moved} may be moved there, and
     * keeps its practitioner wherever that one is free.
     */
    public Page page(
            ServiceInfo service,
            ZoneId zone,
            @Nullable LocalDate from,
            @Nullable AppointmentInfo moved) {
        List<PractitionerInfo> givers = clinic.practitionersFor(service.id());
        LocalDate today = appointments.today();
        LocalDate end = today.plusDays(service.horizonDays() + 1L);
        LocalDate asked = from == null || !from.isAfter(today) ? today : theClinics(from, zone);
        LocalDate first = asked.isAfter(end) ? end : later(today, asked);
        FreeTimes.Looked looked =
                times.first(
                        service,
                        givers.stream().map(PractitionerInfo::id).toList(),
                        first,
                        end,
                        Booker.PUBLIC,
                        moved == null ? null : moved.id(),
                        free -> days(free, zone) > DAYS_SHOWN);
        LocalDate more = looked.end().isBefore(end) ? hers(looked.end(), zone) : null;
        boolean earlier = first.isAfter(today);
        Labels labels = new Labels(names(givers), now(moved), zone);
        return page(looked.slots(), labels, from, more, earlier);
    }

    /** {@code next} is the first date of hers that was not looked through, null for none. */
    record Free(List<Slot> slots, @Nullable LocalDate next) {}

    /** What there is on her dates from {@code from} until before {@code to}, if not too much. */
    Free free(
            ServiceInfo service,
            List<PractitionerInfo> givers,
            UUID moved,
            ZoneId zone,
            LocalDate from,
            LocalDate to) {
        LocalDate today = appointments.today();
        LocalDate horizon = today.plusDays(service.horizonDays() + 1L);
        LocalDate first = from.isAfter(today) ? later(today, theClinics(from, zone)) : today;
        LocalDate end = to.isBefore(horizon) ? theClinics(to, zone).plusDays(1) : horizon;
        if (!first.isBefore(end)) {
            return new Free(List.of(), null);
        }
        LocalDate reach = FreeTimes.reach(givers.size(), first, end);
        LocalDate next =
                reach.isBefore(end) && hers(reach, zone).isBefore(to) ? hers(reach, zone) : null;
        LocalDate until = next == null ? to : next;
        List<UUID> ids = givers.stream().map(PractitionerInfo::id).toList();
        List<Slot> slots =
                times.freeForMove(moved, service, ids, first, reach, Booker.PUBLIC).stream()
                        .filter(slot -> isWithin(from, until, slot, zone))
                        .toList();
        return new Free(slots, next);
    }

    private static boolean isWithin(LocalDate from, LocalDate to, Slot slot, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(slot.time().start(), zone);
        return !day.isBefore(from) && day.isBefore(to);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate theClinics(LocalDate hers, ZoneId zone) {
        return LocalDate.ofInstant(hers.atStartOfDay(zone).toInstant(), appointments.zone());
    }

    private LocalDate hers(LocalDate theClinics, ZoneId zone) {
        return LocalDate.ofInstant(theClinics.atStartOfDay(appointments.zone()).toInstant(), zone);
    }

    private static long days(List<Slot> free, ZoneId zone) {
        return free.stream()
                .map(slot -> LocalDate.ofInstant(slot.time().start(), zone))
                .distinct()
                .count();
    }

    private static @Nullable UUID now(@Nullable AppointmentInfo moved) {
        return moved == null ? null : moved.practitionerId();
    }

    /** How times are said; {@code now} is whom the moved one is with, null when none is moved. */
    private record Labels(Map<UUID, String> names, @Nullable UUID now, ZoneId zone) {
        Time of(Slot slot) {
            UUID with = slot.practitionerId();
            return new Time(
                    value(slot),
                    TimeOfDay.of(slot.time().start().atZone(zone)),
                    names.getOrDefault(with, ""),
                    now != null && !now.equals(with));
        }
    }

    /** {@code more} is the first date of hers that was not looked through, null for none. */
    private Page page(
            List<Slot> free,
            Labels labels,
            @Nullable LocalDate from,
            @Nullable LocalDate more,
            boolean earlier) {
        ZoneId zone = labels.zone();
        TreeMap<LocalDate, Map<Instant, Time>> days = new TreeMap<>();
        for (Slot slot : free) {
            Instant start = slot.time().start();
            days.computeIfAbsent(LocalDate.ofInstant(start, zone), d -> new TreeMap<>())
                    .merge(start, labels.of(slot), (a, b) -> a.other() && !b.other() ? b : a);
        }
        SortedMap<LocalDate, Map<Instant, Time>> asked = from == null ? days : days.tailMap(from);
        List<Day> shown =
                asked.entrySet().stream()
                        .limit(DAYS_SHOWN)
                        .map(e -> day(e.getKey(), e.getValue(), zone))
                        .toList();
        LocalDate later = asked.keySet().stream().skip(DAYS_SHOWN).findFirst().orElse(more);
        return new Page(shown, later, earlier);
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

    /** The nearest free times, with their days, after one was taken. */
    public List<Day> nearest(List<Slot> nearest, ZoneId zone) {
        return nearest(nearest, new Labels(Map.of(), null, zone));
    }

    /** The same for an appointment that would be moved there. */
    List<Day> nearest(List<Slot> nearest, ZoneId zone, AppointmentInfo moved) {
        Map<UUID, String> names = names(clinic.practitionersFor(moved.serviceId()));
        return nearest(nearest, new Labels(names, moved.practitionerId(), zone));
    }

    private List<Day> nearest(List<Slot> nearest, Labels labels) {
        return page(nearest.stream().sorted().toList(), labels, null, null, false).days();
    }

    private static Map<UUID, String> names(List<PractitionerInfo> givers) {
        return givers.stream()
                .collect(Collectors.toMap(PractitionerInfo::id, PractitionerInfo::displayName));
    }

    public static String value(Slot slot) {
        return slot.practitionerId() + "~" + slot.time().start();
    }

    /** A practitioner and a start as a form carries them. */
    public record Chosen(UUID practitionerId, Instant start) {}

    public static Optional<Chosen> chosen(String value) {
        String[] parts = value.split("~", 2);
        try {
            return Optional.of(new Chosen(UUID.fromString(parts[0]), Instant.parse(parts[1])))
                    .filter(chosen -> EnteredFields.isReckonable(chosen.start()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
