package org.ilium.desk.web;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookedVia;
import org.ilium.booking.Contact;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.AppointmentProgress;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.clinic.ServiceInfo;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** A clinic's full Tuesday with three practitioners, at 11:20; needs a signed-in therapist. */
final class LifelikeDay {

    private static final AtomicInteger WEEKS = new AtomicInteger();

    private final LocalDate date = LocalDate.of(2027, 6, 8).plusWeeks(WEEKS.getAndIncrement());

    private final ClinicFixture clinic;
    private final List<UUID> who = new ArrayList<>();

    private LifelikeDay(ClinicFixture clinic) {
        this.clinic = clinic;
        who.add(clinic.practitioner().id());
        who.add(clinic.addPractitioner("Demo Brooke, PT", null).id());
        who.add(clinic.addPractitioner("Demo Carmen, PT", null).id());
    }

    /** Each on a date of its own, so that earlier tests do not stand on its board. */
    static LifelikeDay begin() {
        LifelikeDay day = new LifelikeDay(ClinicFixture.open());
        day.fill();
        bean(TestClock.class).set(day.at("11:20"));
        return day;
    }

    private void fill() {
        AppointmentProgress steps = bean(AppointmentProgress.class);
        ServiceInfo first = clinic.initialEvaluation();
        ServiceInfo again = clinic.followUp();
        ServiceInfo call = clinic.phoneConsult();
        bean(TestClock.class).set(clinic.at(date, "07:00"));
        clinic.completed(book(0, first, "08:00", "Demo Ada"));
        clinic.completed(book(0, call, "09:30", "Demo Beatriz"));
        clinic.completed(book(1, again, "08:00", "Demo Chloe"));
        AppointmentDetails missed = book(1, again, "09:00", "Demo Delphine");
        clinic.completed(book(2, again, "09:00", "Demo Emiko"));
        clinic.completed(book(2, call, "10:00", "Demo Farida"));
        var within = steps.arrive(book(0, again, "10:45", "Demo Greta").id(), 0).orThrow();
        steps.start(within.id(), within.version()).orThrow();
        steps.arrive(book(1, first, "11:30", "Demo Henrietta-Margarethe").id(), 0).orThrow();
        book(2, first, "11:00", "Demo Ines");
        book(0, call, "12:00", "Demo Joy");
        online(0, "12:30", "Demo New Caller");
        book(0, again, "14:00", "Demo Keiko");
        book(0, first, "15:30", "Demo Lucia");
        online(1, "13:30", "Demo Miriam");
        book(1, again, "14:15", "Demo Nadia");
        book(1, first, "16:00", "Demo Olga");
        book(2, again, "15:00", "Demo Priya");
        AppointmentDetails gone = book(2, again, "16:00", "Demo Wilhelmina");
        bean(AppointmentChanges.class)
                .cancelByStaff(gone.id(), gone.version(), ClinicFixture.BY_CLINIC)
                .orThrow();
        book(2, call, "16:15", "Demo Rosa");
        bean(TestClock.class).set(clinic.at(date, "09:20"));
        steps.noShow(missed.id(), missed.version()).orThrow();
        away(2, "12:15", "14:30");
    }

    private AppointmentDetails book(int column, ServiceInfo service, String time, String name) {
        int space = name.indexOf(' ');
        UUID patient =
                bean(Patients.class)
                        .register(
                                PatientEntry.of(
                                        name.substring(0, space),
                                        name.substring(space + 1),
                                        LocalDate.of(1990, 5, 1 + name.length()),
                                        "+131255501" + (20 + Math.floorMod(name.hashCode(), 20)),
                                        null),
                                true)
                        .orThrow()
                        .id();
        return enter(column, service, time, patient, null, BookedVia.STAFF);
    }

    private void online(int column, String time, String name) {
        Contact contact = new Contact(name, "+13125550142", "demo.new@example.org");
        enter(column, clinic.phoneConsult(), time, null, contact, BookedVia.PUBLIC);
    }

    private AppointmentDetails enter(
            int column,
            ServiceInfo service,
            String time,
            @Nullable UUID patient,
            @Nullable Contact contact,
            BookedVia via) {
        VisitReason reason =
                new VisitReason(Stage.PREGNANT, 21, "Upper back pain, worse in the evening");
        return bean(BookingAppointments.class)
                .enter(
                        new StaffBooking(
                                new SlotChoice(service.id(), who.get(column), at(time)),
                                patient,
                                contact,
                                null,
                                reason,
                                null,
                                null,
                                false,
                                via))
                .orThrow();
    }

    private void away(int column, String from, String to) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                bean(EntityManager.class)
                                        .createNativeQuery(
                                                "insert into time_off (id, practitioner_id, starts, ends)"
                                                        + " values (:id, :who, :from, :to)")
                                        .setParameter("id", UUID.randomUUID())
                                        .setParameter("who", who.get(column))
                                        .setParameter("from", at(from))
                                        .setParameter("to", at(to))
                                        .executeUpdate());
    }

    ClinicFixture clinic() {
        return clinic;
    }

    LocalDate date() {
        return date;
    }

    Instant at(String time) {
        return clinic.at(date, time);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
