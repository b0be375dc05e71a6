package org.ilium.booking.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.fixture.ClinicFixture.DEMO_ADA;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.Contact;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BookingTest {

    @Inject BookingAppointments booking;
    @Inject Appointments appointments;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void aHeldTimeBecomesTheVisitorsAppointment() {
        UUID hold = UUID.randomUUID();
        HoldOutcome held = booking.hold(hold, clinic.slot(clinic.at("10:00")));

        AppointmentOutcome outcome = booking.confirm(hold, visitor(DEMO_ADA));

        assertThat(held).isInstanceOf(HoldOutcome.Held.class);
        AppointmentDetails booked = outcome.orThrow();
        assertThat(booked.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(booked.info().contactName()).isEqualTo("Demo Ada");
        assertThat(booked.info().time().start()).isEqualTo(clinic.at("10:00"));
        assertThat(booked.busy().length()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theSameHoldConfirmedTwiceBooksOnce() {
        UUID hold = UUID.randomUUID();
        booking.hold(hold, clinic.slot(clinic.at("10:00")));

        AppointmentDetails first = booking.confirm(hold, visitor(DEMO_ADA)).orThrow();
        AppointmentDetails second = booking.confirm(hold, visitor(DEMO_ADA)).orThrow();
        AppointmentOutcome somebodyElse =
                booking.confirm(hold, visitor(new Contact("Demo Bea", "+13125550143", null)));

        assertThat(second).isEqualTo(first);
        assertThat(somebodyElse).isEqualTo(new AppointmentOutcome.Already(first));
        assertThat(appointments.onDay(clinic.day(), clinic.practitioner().id())).hasSize(1);
    }

    @Test
    void aTakenSlotIsRefusedWithTheNearestFreeOnes() {
        clinic.booked(clinic.at("10:00"));

        AppointmentOutcome outcome =
                booking.bookPublic(clinic.slot(clinic.at("10:00")), visitor(DEMO_ADA));

        assertThat(outcome).isInstanceOf(Taken.class);
        List<Instant> nearest =
                ((Taken) outcome).nearest().stream().map(s -> s.time().start()).toList();
        assertThat(nearest)
                .hasSize(5)
                .startsWith(clinic.at("09:30"), clinic.at("10:30"))
                .doesNotContain(clinic.at("10:00"));
    }

    @Test
    void aHoldKeepsOthersAwayUntilItExpires() {
        SlotChoice slot = clinic.slot(clinic.at("10:00"));
        UUID hold = UUID.randomUUID();
        booking.hold(hold, slot);

        HoldOutcome meanwhile = booking.hold(UUID.randomUUID(), slot);
        clock.advance(BookingAppointments.HOLD);
        AppointmentOutcome later = booking.bookPublic(slot, visitor(DEMO_ADA));
        AppointmentOutcome tooLate = booking.confirm(hold, visitor(DEMO_ADA));

        assertThat(meanwhile).isInstanceOf(Taken.class);
        assertThat(later).isInstanceOf(AppointmentOutcome.Done.class);
        assertThat(tooLate).isEqualTo(new Refused(BookingRefusal.HOLD_GONE));
    }

    @Test
    void anExpiredHoldIsStillGoodWhileNobodyElseWantsTheTime() {
        UUID hold = UUID.randomUUID();
        booking.hold(hold, clinic.slot(clinic.at("10:00")));

        clock.advance(Duration.ofMinutes(9));
        AppointmentOutcome outcome = booking.confirm(hold, visitor(DEMO_ADA));

        assertThat(outcome).isInstanceOf(AppointmentOutcome.Done.class);
    }

    @Test
    void choosingAnotherTimeTakesTheHoldThere() {
        UUID hold = UUID.randomUUID();
        booking.hold(hold, clinic.slot(clinic.at("10:00")));

        HoldOutcome again = booking.hold(hold, clinic.slot(clinic.at("10:00")));
        HoldOutcome other = booking.hold(hold, clinic.slot(clinic.at("10:15")));

        assertThat(again).isInstanceOf(HoldOutcome.Held.class);
        assertThat(other).isInstanceOf(HoldOutcome.Held.class);
        assertThat(booking.hold(UUID.randomUUID(), clinic.slot(clinic.at("09:45"))))
                .isInstanceOf(HoldOutcome.Held.class);
    }

    @Test
    void thePublicKeepsToNoticeHorizonHoursAndGrid() {
        assertThat(refused(clinic.at(clinic.day().minusDays(30), "10:00")))
                .isEqualTo(BookingRefusal.IN_THE_PAST);
        assertThat(refused(clinic.at(clinic.day().plusDays(400), "10:00")))
                .isEqualTo(BookingRefusal.TOO_FAR);
        assertThat(refused(clinic.at("19:00"))).isEqualTo(BookingRefusal.OUTSIDE_HOURS);
        assertThat(refused(clinic.at("10:07"))).isEqualTo(BookingRefusal.OFF_GRID);
    }

    @Test
    void thePublicCannotBookWhatIsNotOfferedToIt() {
        SlotChoice evaluation = clinic.slot(clinic.initialEvaluation(), clinic.at("10:00"));
        SlotChoice unknown =
                new SlotChoice(UUID.randomUUID(), clinic.practitioner().id(), clinic.at("10:00"));

        assertThat(booking.bookPublic(evaluation, visitor(DEMO_ADA)))
                .isEqualTo(new Refused(BookingRefusal.NOT_OFFERED));
        assertThat(booking.bookPublic(unknown, visitor(DEMO_ADA)))
                .isEqualTo(new Refused(BookingRefusal.UNKNOWN_SERVICE));
    }

    @Test
    @TestTransaction
    void staffBookOverAnotherAppointmentOnlyOnPurpose() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic.booked(clinic.at("10:00"));

        AppointmentOutcome plain = booking.bookByStaff(byStaff("10:00", false));
        AppointmentDetails overlapping = booking.bookByStaff(byStaff("10:00", true)).orThrow();
        AppointmentDetails free = booking.bookByStaff(byStaff("12:00", true)).orThrow();

        assertThat(plain).isInstanceOf(Taken.class);
        assertThat(overlapping.overlapAllowed()).isTrue();
        assertThat(free.overlapAllowed()).isFalse();
    }

    private StaffBooking byStaff(String time, boolean overlap) {
        return new StaffBooking(
                clinic.slot(clinic.at(time)),
                null,
                DEMO_ADA,
                null,
                VisitReason.NOT_ASKED,
                null,
                "Prefers the side door",
                overlap,
                BookedVia.STAFF);
    }

    private Refusal refused(Instant start) {
        AppointmentOutcome outcome = booking.bookPublic(clinic.slot(start), visitor(DEMO_ADA));
        return ((Refused) outcome).refusal();
    }
}
