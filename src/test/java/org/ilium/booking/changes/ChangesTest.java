package org.ilium.booking.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.fixture.ClinicFixture.DEMO_ADA;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesTest {

    @Inject BookingAppointments booking;
    @Inject MovingAppointments moving;
    @Inject AppointmentProgress progress;
    @Inject AppointmentChanges changes;
    @Inject Appointments appointments;
    @Inject PatientLinks links;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void aVisitGoesFromBookedToCompletedAndNoOtherWay() {
        AppointmentDetails booked = clinic.bookedInPerson(clinic.at("10:00"));
        UUID id = booked.id();

        assertThat(progress.complete(id, booked.version())).isEqualTo(wrongStatus());
        clock.set(clinic.at("10:00"));
        AppointmentDetails arrived = progress.arrive(id, booked.version()).orThrow();
        assertThat(progress.complete(id, arrived.version())).isEqualTo(wrongStatus());
        AppointmentDetails begun = progress.start(id, arrived.version()).orThrow();
        AppointmentDetails over = progress.complete(id, begun.version()).orThrow();

        assertThat(over.status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(changes.cancelByStaff(id, over.version(), ClinicFixture.BY_CLINIC))
                .isEqualTo(wrongStatus());
        assertThat(auditOf(id)).containsExactly("book", "arrive", "start", "complete");
    }

    @Test
    void nobodyIsANoShowBeforeTheStart() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        AppointmentOutcome early = progress.noShow(booked.id(), booked.version());
        clock.set(clinic.at("10:05"));
        AppointmentOutcome later = progress.noShow(booked.id(), booked.version());

        assertThat(early).isEqualTo(new Refused(BookingRefusal.NOT_YET));
        assertThat(later.orThrow().status()).isEqualTo(AppointmentStatus.NO_SHOW);
    }

    @Test
    void aNoShowCannotBeUndoneOnceSomebodyElseHasTheTime() {
        Instant start = clinic.at("10:00");
        AppointmentDetails booked = clinic.booked(start);
        clock.set(start);
        AppointmentDetails missed = progress.noShow(booked.id(), booked.version()).orThrow();
        booking.enter(
                        new StaffBooking(
                                clinic.slot(start),
                                null,
                                DEMO_ADA,
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                false,
                                BookedVia.STAFF))
                .orThrow();

        AppointmentOutcome undone = progress.undo(missed.id(), missed.version());

        assertThat(undone).isInstanceOf(Taken.class);
        assertThat(appointments.find(missed.id()).orElseThrow().status())
                .isEqualTo(AppointmentStatus.NO_SHOW);
    }

    @Test
    void aStaleChangeIsRefusedWithHowItIsNow() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        AppointmentDetails noted =
                changes.note(booked.id(), booked.version(), "Call the side door").orThrow();

        AppointmentOutcome outcome =
                changes.cancelByStaff(booked.id(), booked.version(), ClinicFixture.BY_CLINIC);

        assertThat(outcome).isEqualTo(new Stale(noted));
        assertThat(appointments.find(booked.id()).orElseThrow().status())
                .isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void thePatientCancelsInGoodTimeAndCallsAfterwards() {
        AppointmentDetails one = clinic.booked(clinic.at("10:00"));
        AppointmentDetails other = clinic.booked(clinic.at("12:00"));

        AppointmentOutcome inTime =
                changes.cancelByPatient(one.id(), one.version(), link(one.id()));
        clock.set(clinic.at("10:00"));
        AppointmentOutcome late =
                changes.cancelByPatient(other.id(), other.version(), link(other.id()));
        AppointmentOutcome byStaff =
                changes.cancelByStaff(other.id(), other.version(), ClinicFixture.BY_CLINIC);

        assertThat(inTime.orThrow().cancelledBy()).isEqualTo("patient");
        assertThat(late).isEqualTo(new Refused(BookingRefusal.TOO_LATE_TO_CANCEL));
        assertThat(byStaff.orThrow().cancelledBy()).isEqualTo("clinic");
    }

    @Test
    void aCancelledTimeIsFreeAgain() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        changes.cancelByStaff(booked.id(), booked.version(), ClinicFixture.BY_CLINIC).orThrow();

        assertThat(booking.bookPublic(clinic.slot(clinic.at("10:00")), visitor(DEMO_ADA)))
                .isInstanceOf(Done.class);
    }

    @Test
    void anAppointmentMovesToAFreeTimeAndNotToATakenOne() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        clinic.booked(clinic.at("12:00"));

        AppointmentOutcome taken = move(booked, clinic.at("12:00"));
        AppointmentDetails moved = move(booked, clinic.at("10:15")).orThrow();

        assertThat(taken).isInstanceOf(Taken.class);
        assertThat(moved.info().time().start()).isEqualTo(clinic.at("10:15"));
        assertThat(moved.version()).isGreaterThan(booked.version());
        assertThat(auditOf(booked.id())).containsExactly("book", "move");
    }

    @Test
    void thePatientMovesInGoodTimeOnly() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        clock.set(clinic.at("08:00"));

        AppointmentOutcome late =
                moving.moveByPatient(
                        booked.id(),
                        booked.version(),
                        clinic.practitioner().id(),
                        clinic.at("15:00"),
                        link(booked.id()));

        assertThat(late).isEqualTo(new Refused(BookingRefusal.TOO_LATE_TO_MOVE));
    }

    @Test
    void aPatientIsNeverInTwoVisitsAtOnce() {
        UUID patient = patient();
        UUID second = clinic.addPractitioner("Demo Second", null).id();
        clinic.bookedFor(patient, clinic.at("10:00"));
        AppointmentDetails hers = clinic.booked(clinic.at("12:00"));

        AppointmentOutcome booked =
                booking.bookByStaff(
                        StaffBooking.of(
                                new SlotChoice(clinic.followUp().id(), second, clinic.at("10:15")),
                                patient));
        AppointmentDetails linked = changes.link(hers.id(), hers.version(), patient).orThrow();
        AppointmentOutcome moved =
                moving.moveByStaff(
                        hers.id(),
                        linked.version(),
                        second,
                        clinic.at("10:30"),
                        BookingRule.OVERLAP);

        assertThat(booked).isEqualTo(new Refused(BookingRefusal.PATIENT_BUSY));
        assertThat(linked.name()).isEqualTo("Demo Cora");
        assertThat(moved).isEqualTo(new Refused(BookingRefusal.PATIENT_BUSY));
        assertThat(appointments.ofPatient(patient).newestFirst()).hasSize(2);
    }

    private AppointmentOutcome move(AppointmentDetails booked, Instant start) {
        return moving.moveByStaff(
                booked.id(), booked.version(), clinic.practitioner().id(), start, BookingRule.NONE);
    }

    private UUID link(UUID appointment) {
        String token = links.mint(LinkKind.APPOINTMENT, appointment, Duration.ofDays(30));
        return ((LinkOutcome.Opened) links.open(LinkKind.APPOINTMENT, token)).linkId();
    }

    private static Refused wrongStatus() {
        return new Refused(BookingRefusal.WRONG_STATUS);
    }

    @SuppressWarnings("unchecked")
    private static java.util.List<String> auditOf(UUID id) {
        EntityManager database = Arc.container().instance(EntityManager.class).get();
        return database.createNativeQuery(
                        "select action from audit_entry where entity_id = :id order by id")
                .setParameter("id", id)
                .getResultList();
    }

    private static UUID patient() {
        UUID id = UUID.randomUUID();
        EntityManager database = Arc.container().instance(EntityManager.class).get();
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "insert into patient (id, given_name, family_name, created_at)"
                                                        + " values (:id, 'Demo', 'Cora', now())")
                                        .setParameter("id", id)
                                        .executeUpdate());
        return id;
    }
}
