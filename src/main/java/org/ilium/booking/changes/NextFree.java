package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Interval;

/** The next time for a visit that cannot stay, with the same practitioner. */
@ApplicationScoped
public class NextFree {

    private static final int DAYS_LOOKED = 60;

    private final FreeTimes times;
    private final PatientTimes patients;
    private final ClinicDirectory clinic;
    private final Clock clock;

    NextFree(FreeTimes times, PatientTimes patients, ClinicDirectory clinic, Clock clock) {
        this.times = times;
        this.patients = patients;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Offers times to one visit after the other, none of them twice. */
    public Offers offers() {
        return new Offers();
    }

    /** What was offered so far. */
    public final class Offers {

        private record Given(UUID practitionerId, Interval busy) {}

        private final List<Given> given = new ArrayList<>();

        private Offers() {}

        /**
         * The first free time after the visit's own start at which she can come, within the
         * service's horizon; empty when there is none or the practitioner gives it no longer.
         */
        public Optional<Slot> next(AppointmentDetails visit) {
            UUID practitioner = visit.info().practitionerId();
            ServiceInfo service = clinic.service(visit.info().serviceId()).orElseThrow();
            boolean gives =
                    clinic.practitionersFor(service.id()).stream()
                            .anyMatch(p -> p.id().equals(practitioner));
            if (!gives) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            Instant start = visit.info().time().start();
            Instant after = start.isAfter(now) ? start : now;
            Instant horizon = now.plus(Duration.ofDays(service.horizonDays()));
            Predicate<Slot> fits =
                    slot ->
                            slot.time().start().isAfter(after)
                                    && slot.time().start().isBefore(horizon)
                                    && isUntouched(service, slot);
            Predicate<Slot> suits =
                    fits.and(
                            slot ->
                                    patients.refusal(
                                                    visit.info().patientId(),
                                                    slot.time(),
                                                    visit.id())
                                            == null);
            LocalDate from = date(after);
            LocalDate last = date(horizon).plusDays(1);
            LocalDate to = from.plusDays(DAYS_LOOKED);
            Optional<Slot> next =
                    times
                            .first(
                                    service,
                                    List.of(practitioner),
                                    from,
                                    to.isBefore(last) ? to : last,
                                    Booker.STAFF,
                                    visit.id(),
                                    slots -> slots.stream().anyMatch(suits))
                            .slots()
                            .stream()
                            .filter(suits)
                            .findFirst();
            next.ifPresent(slot -> given.add(new Given(practitioner, busy(service, slot))));
            return next;
        }

        private boolean isUntouched(ServiceInfo service, Slot slot) {
            Interval busy = busy(service, slot);
            return given.stream()
                    .noneMatch(
                            it ->
                                    it.practitionerId().equals(slot.practitionerId())
                                            && it.busy().overlaps(busy));
        }
    }

    private static Interval busy(ServiceInfo service, Slot slot) {
        return FreeTimes.busy(service, slot.time().start());
    }

    private LocalDate date(Instant at) {
        ZoneId zone = clinic.profile().zone();
        return LocalDate.ofInstant(at, zone);
    }
}
