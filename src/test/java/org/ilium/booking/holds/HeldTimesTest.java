package org.ilium.booking.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.fixture.ClinicFixture.DEMO_ADA;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Gone;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRule;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.SeenTime;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.Stranger;
import org.ilium.booking.VisitReason;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.fixture.AtOnce;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.shared.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one stranger leaves unfinished costs him, and nobody else. */
@QuarkusTest
class HeldTimesTest {

    private static final int BY_ONE = 4;
    private static final int WITH_ONE = 6;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Inject BookingAppointments booking;
    @Inject MovingAppointments moving;
    @Inject FreeTimes times;
    @Inject Strangers strangers;
    @Inject Sql sql;
    @Inject TestClock clock;

    private final Stranger stranger = new Stranger(network());
    private final Stranger neighbour = new Stranger(network());
    private ClinicFixture clinic;

    @BeforeEach
    void fewOfEach() {
        clinic = ClinicFixture.open();
        clock.set(clock.instant());
        QuarkusMock.installMockForType(
                new HeldTimes(sql, clock, BY_ONE, WITH_ONE), HeldTimes.class);
    }

    @AfterEach
    void runOnWithNothingHeld() {
        sql.change("delete from appointment where status = 'held'");
        clock.reset();
    }

    @Test
    void howeverMuchOneStrangerHoldsAnotherMayHoldToo() {
        for (int n = 0; n < 3 * WITH_ONE; n++) {
            assertThat(held(stranger, time(n))).isNotNull();
            clock.advance(SECOND);
        }

        assertThat(active(stranger)).isEqualTo(BY_ONE);
        assertThat(left(held(neighbour, time(30)))).isEqualTo(BookingAppointments.HOLD);
        assertThat(active(stranger)).isEqualTo(BY_ONE);
    }

    @Test
    void hisShareIsOfTheWholeClinic() {
        for (int n = 0; n < 3; n++) {
            PractitionerInfo one = clinic.addPractitioner("Demo " + n, null);
            for (int times = 0; times < 3; times++) {
                SlotChoice slot = new SlotChoice(clinic.phoneConsult().id(), one.id(), time(times));
                booking.hold(UUID.randomUUID(), slot, stranger);
                clock.advance(SECOND);
            }
        }

        assertThat(active(stranger)).isEqualTo(BY_ONE);
    }

    @Test
    void whoHoldsMuchHoldsItShorter() {
        HoldOutcome.Held first = held(stranger, time(0));
        held(stranger, time(1));
        assertThat(left(first)).isEqualTo(BookingAppointments.HOLD);

        HoldOutcome.Held third = held(stranger, time(2));

        assertThat(left(third)).isEqualTo(HeldTimes.SHORT);
        clock.advance(HeldTimes.SHORT);
        assertThat(active(stranger)).isZero();
    }

    @Test
    void manyAddressesWithOneHoldEachDoNotEmptyTheCalendarOrRefuseAnybody() {
        for (int n = 0; n < 3 * WITH_ONE; n++) {
            assertThat(held(new Stranger(network()), time(n))).isNotNull();
            clock.advance(SECOND);
        }

        assertThat(free()).contains(time(0)).doesNotContain(time(3 * WITH_ONE - 1));
        assertThat(activeHere()).isEqualTo(WITH_ONE);
    }

    @Test
    void theOldestOfWhoHasMostEndsBeforeAnOlderOneOfHers() {
        HoldOutcome.Held hers = held(neighbour, time(0));
        clock.advance(SECOND);
        for (int n = 1; n <= 3; n++) {
            held(stranger, time(n));
            clock.advance(SECOND);
        }
        for (int n = 4; n <= 7; n++) {
            held(new Stranger(network()), time(n));
            clock.advance(SECOND);
        }

        assertThat(activeHere()).isEqualTo(WITH_ONE);
        assertThat(active(neighbour)).isEqualTo(1);
        assertThat(active(stranger)).isEqualTo(1);
        assertThat(booking.confirm(hers.holdId(), visitor(DEMO_ADA))).isInstanceOf(Done.class);
    }

    @Test
    void aHoldThatEndedEarlyStillBooksWhileNobodyElseHasTheTime() {
        HoldOutcome.Held first = held(stranger, time(0));
        for (int n = 1; n <= BY_ONE; n++) {
            clock.advance(SECOND);
            held(stranger, time(n));
        }
        assertThat(free()).contains(time(0));

        assertThat(booking.confirm(first.holdId(), visitor(DEMO_ADA))).isInstanceOf(Done.class);
    }

    @Test
    void sheWhoseTimeWentIsToldWithFreeTimesCloseToIt() {
        HoldOutcome.Held first = held(stranger, time(0));
        for (int n = 1; n <= BY_ONE; n++) {
            clock.advance(SECOND);
            held(stranger, time(n + 5));
        }
        assertThat(held(neighbour, time(0))).isNotNull();

        AppointmentOutcome outcome =
                booking.confirm(
                        first.holdId(), SeenTime.of(clinic.slot(time(0))), visitor(DEMO_ADA));

        assertThat(((Gone) outcome).nearest()).hasSize(5);
    }

    @Test
    void askingAgainAndAgainDoesNotKeepATimeForEver() {
        Instant begun = clock.instant();
        UUID hold = UUID.randomUUID();
        Instant until = begun;
        for (int n = 0; n < 6 && !until.isBefore(clock.instant()); n++) {
            // the same form once, and then others
            until = held(n < 2 ? hold : UUID.randomUUID(), stranger, time(0)).expiresAt();
            clock.set(until);
        }

        assertThat(Duration.between(begun, until)).isEqualTo(HeldTimes.LONGEST);
        assertThat(free()).contains(time(0));
        assertThat(held(neighbour, time(0)).expiresAt())
                .isEqualTo(clock.instant().plus(BookingAppointments.HOLD));
    }

    @Test
    void aHoldMovedToAndFroAroundOneTimeKeepsItNoLonger() {
        UUID hold = UUID.randomUUID();
        Instant begun = clock.instant();
        Instant until = begun;
        for (int n = 0; n < 8; n++) {
            // 15 minutes with 5 to follow: each overlaps the next
            until =
                    held(hold, stranger, time(0).plus(Duration.ofMinutes(15L * (n % 2))))
                            .expiresAt();
            clock.advance(Duration.ofMinutes(2));
        }

        assertThat(until).isEqualTo(clock.instant().minus(Duration.ofMinutes(2)));
    }

    @Test
    void afterAWhileHeMayKeepItAgain() {
        held(stranger, time(0));
        clock.advance(BookingAppointments.HOLD.plus(HeldTimes.LONGEST));

        assertThat(left(held(stranger, time(0)))).isEqualTo(BookingAppointments.HOLD);
    }

    @Test
    void theDeskTakesATimeThatIsOnlyHeldWhenItMeansTo() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        HoldOutcome.Held hers = held(stranger, time(0));

        AppointmentOutcome asked = booking.bookByStaff(byDesk(time(0), false));
        AppointmentDetails meant = booking.bookByStaff(byDesk(time(0), true)).orThrow();
        AppointmentOutcome late =
                booking.confirm(
                        hers.holdId(), SeenTime.of(clinic.slot(time(0))), visitor(DEMO_ADA));

        assertThat(((Taken) asked).heldUntil()).isEqualTo(hers.expiresAt());
        assertThat(late).isInstanceOf(Gone.class);
        assertThat(overlapping(meant.id())).isZero();
    }

    @Test
    void theDeskMovesOntoATimeThatIsOnlyHeldWhenItMeansTo() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        AppointmentDetails visit = clinic.booked(time(5));
        HoldOutcome.Held hers = held(stranger, time(0));
        UUID with = clinic.practitioner().id();

        AppointmentOutcome asked =
                moving.moveByStaff(visit.id(), visit.version(), with, time(0), BookingRule.NONE);
        AppointmentOutcome meant =
                moving.moveByStaff(visit.id(), visit.version(), with, time(0), BookingRule.OVERLAP);

        assertThat(((Taken) asked).heldUntil()).isEqualTo(hers.expiresAt());
        assertThat(meant).isInstanceOf(Done.class);
        assertThat(overlapping(visit.id())).isZero();
    }

    @Test
    void overABookedTimeTheDeskStillBooksOnPurposeOnly() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic.booked(time(0));

        AppointmentOutcome asked = booking.bookByStaff(byDesk(time(0), false));

        assertThat(((Taken) asked).heldUntil()).isNull();
        assertThat(overlapping(booking.bookByStaff(byDesk(time(0), true)).orThrow().id())).isOne();
    }

    @Test
    void manyAtOnceFromOneNetworkLeaveItsShareAndNoOverlap() throws Exception {
        List<java.util.concurrent.Callable<HoldOutcome>> wishes = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            Instant start = time(n % 12);
            wishes.add(() -> booking.hold(UUID.randomUUID(), clinic.slot(start), stranger));
        }

        AtOnce.all(wishes);

        assertThat(active(stranger)).isLessThanOrEqualTo(BY_ONE);
    }

    @Test
    void outrankedAndBookedAtOnceNobodyLosesATimeWithoutWords() throws Exception {
        List<HoldOutcome.Held> hers =
                IntStream.range(0, WITH_ONE)
                        .mapToObj(n -> held(new Stranger(network()), time(n)))
                        .toList();
        List<java.util.concurrent.Callable<Object>> all = new ArrayList<>();
        for (int n = 0; n < WITH_ONE; n++) {
            UUID hold = hers.get(n).holdId();
            SlotChoice slot = clinic.slot(time(n));
            all.add(() -> booking.confirm(hold, SeenTime.of(slot), visitor(DEMO_ADA)));
            all.add(() -> booking.hold(UUID.randomUUID(), slot, new Stranger(network())));
            Instant other = time(20 + n);
            all.add(() -> booking.hold(UUID.randomUUID(), clinic.slot(other), stranger));
        }

        List<Object> outcomes = AtOnce.all(all);

        for (int n = 0; n < WITH_ONE; n++) {
            Object booked = outcomes.get(3 * n);
            assertThat(booked).isInstanceOfAny(Done.class, Gone.class, Taken.class);
            assertThat(
                            booked instanceof Done
                                    && outcomes.get(3 * n + 1) instanceof HoldOutcome.Held)
                    .isFalse();
            assertThat(
                            booked instanceof Done
                                    || outcomes.get(3 * n + 1) instanceof HoldOutcome.Held)
                    .isTrue();
        }
    }

    @Test
    void aNetworkIsToldApartForADayAndNotWrittenDown() {
        Stranger today = strangers.from("203.0.113.9");

        assertThat(strangers.from("203.0.113.9")).isEqualTo(today);
        assertThat(strangers.from("203.0.113.10")).isNotEqualTo(today);
        clock.advance(Duration.ofDays(1));
        assertThat(strangers.from("203.0.113.9")).isNotEqualTo(today);
        assertThat(sql.list("select count(*) from network_key", row -> row.number(1)).get(0))
                .isOne();
    }

    private static String network() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The n-th time that is free at once with the others. */
    private Instant time(int n) {
        return clinic.at(clinic.day().plusDays(n / 18), "08:00")
                .plus(Duration.ofMinutes(30L * (n % 18)));
    }

    private HoldOutcome.Held held(Stranger by, Instant start) {
        return held(UUID.randomUUID(), by, start);
    }

    private HoldOutcome.Held held(UUID id, Stranger by, Instant start) {
        return (HoldOutcome.Held) booking.hold(id, clinic.slot(start), by);
    }

    private Duration left(HoldOutcome.Held held) {
        return Duration.between(clock.instant(), held.expiresAt());
    }

    private StaffBooking byDesk(Instant start, boolean overlap) {
        return new StaffBooking(
                clinic.slot(start),
                null,
                DEMO_ADA,
                null,
                VisitReason.NOT_ASKED,
                null,
                null,
                overlap,
                BookedVia.STAFF);
    }

    private List<Instant> free() {
        return times
                .free(
                        clinic.phoneConsult(),
                        List.of(clinic.practitioner().id()),
                        clinic.day(),
                        clinic.day().plusDays(3),
                        Booker.PUBLIC)
                .stream()
                .map(slot -> slot.time().start())
                .toList();
    }

    private int active(Stranger by) {
        return count("network = ? and hold_expires_at > ?", by.network(), clock.instant());
    }

    private int activeHere() {
        return count(
                "practitioner_id = ? and hold_expires_at > ?",
                clinic.practitioner().id(),
                clock.instant());
    }

    private int overlapping(UUID id) {
        return count(
                """
                exists (select 1 from appointment b
                         where b.id = ? and b.id <> a.id and b.busy && a.busy
                           and b.practitioner_id = a.practitioner_id)
                  and a.status not in ('cancelled', 'no-show')
                """,
                id);
    }

    private int count(String where, Object... values) {
        return sql.list(
                        "select count(*) from appointment a where " + where,
                        row -> row.number(1),
                        values)
                .get(0);
    }
}
