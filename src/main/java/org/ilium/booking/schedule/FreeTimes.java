package org.ilium.booking.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.ilium.booking.availability.Availability;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.Objections;
import org.ilium.booking.availability.PractitionerSchedule;
import org.ilium.booking.availability.ServiceRules;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.availability.TimeVerdict;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** When a service can be had. The same rules show a time and accept it; reading never writes. */
@ApplicationScoped
public class FreeTimes {

    /** How far on either side the nearest free times are looked for with the one asked for. */
    private static final int DAYS_NEAR = 14;

    /** With so many others besides, and only on the days around. */
    private static final int OTHERS_NEAR = 7;

    /** So many days, times practitioners, are looked through for one answer. */
    private static final int MOST_LOOKED = 620;

    /** A clinic's date may lie on two of hers, so one answer gets over one at least. */
    private static final int FEWEST_DAYS = 2;

    private static final int DAYS_FIRST = 8;

    private final ClinicDirectory clinic;
    private final ScheduleReader schedules;
    private final Clock clock;

    FreeTimes(ClinicDirectory clinic, ScheduleReader schedules, Clock clock) {
        this.clinic = clinic;
        this.schedules = schedules;
        this.clock = clock;
    }

    /**
     * Free slots on the clinic's dates from {@code from} until before {@code to}, by start; two SQL
     * statements however many dates and practitioners. The caller limits the dates.
     */
    public List<Slot> free(
            ServiceInfo service,
            Collection<UUID> practitioners,
            LocalDate from,
            LocalDate to,
            Booker booker) {
        return availability(service, booker)
                .free(schedules.read(practitioners, from, to, null), from, to);
    }

    /** The same, as if the appointment to be moved were not there; null when none is. */
    public List<Slot> freeForMove(
            @Nullable UUID moved,
            ServiceInfo service,
            Collection<UUID> practitioners,
            LocalDate from,
            LocalDate to,
            Booker booker) {
        return availability(service, booker)
                .free(schedules.read(practitioners, from, to, moved), from, to);
    }

    /**
     * Free slots close to one that was asked for: with its practitioner and a few of those who are
     * free just then, on the days around; if that is too few, more with the same one. What is
     * looked at, in at most five statements, does not grow with the clinic.
     */
    public List<Slot> nearest(
            ServiceInfo service, UUID practitionerId, Instant asked, Booker booker, int max) {
        LocalDate date = LocalDate.ofInstant(asked, zone());
        List<UUID> some = new ArrayList<>(List.of(practitionerId));
        some.addAll(
                schedules.freeThen(
                        service.id(), practitionerId, busy(service, asked), OTHERS_NEAR));
        Set<Slot> near =
                new HashSet<>(free(service, some, date.minusDays(1), date.plusDays(2), booker));
        if (near.size() < max) {
            near.addAll(
                    free(
                            service,
                            List.of(practitionerId),
                            date.minusDays(DAYS_NEAR),
                            date.plusDays(DAYS_NEAR),
                            booker));
        }
        return Availability.nearest(List.copyOf(near), asked, max);
    }

    /** Free slots of the dates before {@code end}, where looking ended. */
    public record Looked(List<Slot> slots, LocalDate end) {}

    /**
     * The first free slots on the clinic's dates from {@code from} until before {@code to}: looks
     * on, some days at a time, until there is {@code enough}, and no further than {@link #reach}.
     */
    public Looked first(
            ServiceInfo service,
            Collection<UUID> practitioners,
            LocalDate from,
            LocalDate to,
            Booker booker,
            @Nullable UUID moved,
            Predicate<List<Slot>> enough) {
        LocalDate end = reach(practitioners.size(), from, to);
        List<Slot> slots = new ArrayList<>();
        LocalDate next = from;
        for (int days = DAYS_FIRST; next.isBefore(end) && !enough.test(slots); days *= 2) {
            LocalDate until = next.plusDays(days).isBefore(end) ? next.plusDays(days) : end;
            slots.addAll(
                    availability(service, booker)
                            .free(schedules.read(practitioners, next, until, moved), next, until));
            next = until;
        }
        return new Looked(slots, next);
    }

    /** How far one answer looks at most, {@code to} or earlier; after {@code from} in any case. */
    public static LocalDate reach(int practitioners, LocalDate from, LocalDate to) {
        int days = Math.max(FEWEST_DAYS, MOST_LOOKED / Math.max(1, practitioners));
        return from.plusDays(days).isBefore(to) ? from.plusDays(days) : to;
    }

    /** Whether that start can be had; {@code leftOut} is the appointment that would move there. */
    public TimeVerdict check(
            ServiceInfo service,
            UUID practitionerId,
            Instant start,
            Booker booker,
            @Nullable UUID leftOut) {
        LocalDate date = LocalDate.ofInstant(start, zone());
        PractitionerSchedule schedule =
                schedules.read(List.of(practitionerId), date, date.plusDays(1), leftOut).get(0);
        return availability(service, booker).check(schedule, start);
    }

    /** All that speaks against that start for staff; {@code leftOut} as above. */
    public Objections objections(
            ServiceInfo service, UUID practitionerId, Instant start, @Nullable UUID leftOut) {
        LocalDate date = LocalDate.ofInstant(start, zone());
        PractitionerSchedule schedule =
                schedules.read(List.of(practitionerId), date, date.plusDays(1), leftOut).get(0);
        return availability(service, Booker.STAFF).objections(schedule, start);
    }

    private Availability availability(ServiceInfo service, Booker booker) {
        return new Availability(zone(), rules(service), booker, clock.instant());
    }

    /** What a visit then keeps others from, with its buffers. */
    public static Interval busy(ServiceInfo service, Instant start) {
        return Interval.of(start, service.length())
                .widened(service.bufferBefore(), service.bufferAfter());
    }

    static ServiceRules rules(ServiceInfo service) {
        return new ServiceRules(
                service.length(),
                service.bufferBefore(),
                service.bufferAfter(),
                service.minimumNotice(),
                java.time.Duration.ofDays(service.horizonDays()),
                service.step());
    }

    private ZoneId zone() {
        return clinic.profile().zone();
    }
}
