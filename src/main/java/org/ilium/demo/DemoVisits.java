package org.ilium.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.ilium.access.Staff;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookedVia;
import org.ilium.booking.CancelReason;
import org.ilium.booking.Cancellation;
import org.ilium.booking.Contact;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.AppointmentProgress;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.demo.DemoCalendar.Time;
import org.ilium.shared.pregnancy.Stage;

/** Six weeks of visits, today's board as it stands at this hour, and two weeks to come. */
@Singleton
class DemoVisits {

    private static final Duration SOON = Duration.ofMinutes(20);

    private final BookingAppointments booking;
    private final AppointmentProgress progress;
    private final AppointmentChanges changes;
    private final ActingStaff acting;

    DemoVisits(
            BookingAppointments booking,
            AppointmentProgress progress,
            AppointmentChanges changes,
            ActingStaff acting) {
        this.booking = booking;
        this.progress = progress;
        this.changes = changes;
        this.acting = acting;
    }

    void make(DemoClinic.Made clinic, List<DemoCourse> courses, Instant now, Random random) {
        LocalDate today = LocalDate.ofInstant(now, DemoClinic.ZONE);
        for (int day = -DemoCalendar.DAYS_BEFORE; day <= DemoCalendar.DAYS_AFTER; day++) {
            LocalDate date = today.plusDays(day);
            for (Time time : DemoCalendar.times(clinic, date, day == 0)) {
                if (random.nextDouble() < fullness(day)) {
                    fill(clinic, courses, time, date, day == 0, now, random);
                }
            }
        }
        visitor(clinic, "Demo Zoe", 180, today.plusDays(1), "Neck hurts since last week.", now);
        visitor(clinic, "Demo Zora", 181, today.plusDays(2), "My mid back burns at night.", now);
    }

    private static double fullness(int day) {
        if (day == 0) {
            return 1;
        }
        return day < 0 ? 0.75 : 0.65 - 0.03 * day;
    }

    private void fill(
            DemoClinic.Made clinic,
            List<DemoCourse> courses,
            Time planned,
            LocalDate date,
            boolean isToday,
            Instant now,
            Random random) {
        Optional<DemoCourse> due = DemoCourse.due(courses, clinic, planned.service(), date, random);
        Optional<DemoCourse> next =
                due.isPresent() || !isToday ? due : DemoCourse.free(courses, date, random);
        if (next.isEmpty()) {
            return;
        }
        DemoCourse course = next.get();
        // one who has had her first visit comes to a follow-up instead
        Time time =
                due.isEmpty() && planned.service().equals(clinic.evaluation())
                        ? new Time(planned.who(), planned.start(), clinic.followUp())
                        : planned;
        Instant agreed = time.start().minus(Duration.ofHours(30L + random.nextInt(70)));
        Instant yesterday = now.minus(Duration.ofHours(20L + random.nextInt(40)));
        Instant booked = agreed.isBefore(yesterday) ? agreed : yesterday;
        AppointmentDetails visit =
                acting.does(
                        clinic.desk(),
                        booked,
                        () ->
                                booking.enter(StaffBooking.of(choice(time), course.patient().id()))
                                        .orThrow());
        int luck = random.nextInt(100);
        if (luck < (isToday ? 4 : 8)) {
            acting.does(
                    clinic.desk(),
                    booked.plus(Duration.ofHours(3)),
                    () -> changes.cancelByStaff(visit.id(), visit.version(), why(luck)).orThrow());
            course.missed(date);
            return;
        }
        boolean comes = luck >= (isToday ? 9 : 15);
        if (runs(clinic, visit, time, now, comes)) {
            course.advance(date, random);
            if (!time.end().isAfter(now)) {
                course.completed(visit.id(), time.end());
            }
        } else {
            course.missed(date);
        }
    }

    /** Of four, one is the clinic's. */
    private static Cancellation why(int luck) {
        return switch (luck % 4) {
            case 0 -> Cancellation.byPatient(CancelReason.SCHEDULE);
            case 1 -> Cancellation.byClinic(CancelReason.THERAPIST_SICK);
            case 2 -> Cancellation.byPatient(CancelReason.SICK);
            default -> Cancellation.byPatient(CancelReason.FAMILY);
        };
    }

    /** Brings a visit to where it stands now; false when she did not come. */
    private boolean runs(
            DemoClinic.Made clinic,
            AppointmentDetails booked,
            Time time,
            Instant now,
            boolean comes) {
        Staff desk = clinic.desk();
        Staff giver = time.who().equals(clinic.dana()) ? clinic.therapist() : desk;
        UUID id = booked.id();
        boolean begun = !time.start().isAfter(now);
        if (begun && !comes) {
            Instant noticed = time.start().plus(Duration.ofMinutes(1));
            Instant then = noticed.isAfter(now) ? now : noticed;
            acting.does(desk, then, () -> progress.noShow(id, booked.version()).orThrow());
            return false;
        }
        boolean walksIn = !booked.info().isCall();
        AppointmentDetails visit = booked;
        if (walksIn && (begun || time.start().minus(SOON).isBefore(now))) {
            Instant early = time.start().minus(Duration.ofMinutes(4));
            Instant then = early.isAfter(now) ? now : early;
            int version = visit.version();
            visit = acting.does(desk, then, () -> progress.arrive(id, version).orThrow());
        }
        if (begun) {
            int version = visit.version();
            visit = acting.does(giver, time.start(), () -> progress.start(id, version).orThrow());
        }
        if (!time.end().isAfter(now)) {
            int version = visit.version();
            acting.does(giver, time.end(), () -> progress.complete(id, version).orThrow());
        }
        return true;
    }

    /** Somebody booked on the public page; the desk has not linked her to a chart yet. */
    private void visitor(
            DemoClinic.Made clinic,
            String name,
            int number,
            LocalDate notBefore,
            String reason,
            Instant now) {
        LocalDate date = notBefore;
        while (date.getDayOfWeek().getValue() > 5) {
            date = date.plusDays(1);
        }
        Instant start = date.atTime(9, 30).atZone(DemoClinic.ZONE).toInstant();
        Contact contact = new Contact(name, "+12025550" + number, "visitor@patients.demo.example");
        StaffBooking call =
                new StaffBooking(
                        new SlotChoice(clinic.phone().id(), clinic.dana().id(), start),
                        null,
                        contact,
                        null,
                        new VisitReason(Stage.PREGNANT, 18, reason),
                        null,
                        null,
                        false,
                        BookedVia.PUBLIC);
        acting.does(clinic.desk(), now.minus(Duration.ofHours(3)), () -> booking.enter(call));
    }

    private static SlotChoice choice(Time time) {
        return new SlotChoice(time.service().id(), time.who().id(), time.start());
    }
}
