package org.ilium.booking.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.fixture.ClinicFixture.DEMO_ADA;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.SlotChoice;
import org.ilium.fixture.AtOnce;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once on the real database; how long they wait is for the benchmark. */
@QuarkusTest
class RaceTest {

    @Inject BookingAppointments booking;
    @Inject MovingAppointments moving;
    @Inject PatientLinks links;
    @Inject TestClock clock;
    @Inject EntityManager database;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void onOneSlotExactlyOneWins(int threads) throws Exception {
        SlotChoice slot = clinic.slot(clinic.at("10:00"));
        List<Callable<Boolean>> attempts = Collections.nCopies(threads, () -> attempt(slot));

        List<Boolean> outcomes = AtOnce.all(attempts);

        assertThat(outcomes).hasSize(threads).containsOnlyOnce(true);
        assertThat(overlaps()).isZero();
    }

    @Test
    void sixtyFourOnTwoHundredSlotsMakeNoOverlap() throws Exception {
        List<SlotChoice> slots = slots(200);
        List<Callable<Integer>> everybody =
                IntStream.range(0, 64)
                        .<Callable<Integer>>mapToObj(n -> () -> attemptAll(slots, new Random(n)))
                        .toList();

        int won = AtOnce.all(everybody).stream().mapToInt(Integer::intValue).sum();

        assertThat(won).isEqualTo(200);
        assertThat(overlaps()).isZero();
    }

    @Test
    void movingAndBookingAtOnceGiveATimeToOneOnly() throws Exception {
        PractitionerPair pair = new PractitionerPair();
        for (int round = 0; round < 20; round++) {
            Instant wanted = clinic.at(clinic.day().plusDays(round), "15:00");
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int n = 0; n < 6; n++) {
                AppointmentDetails from =
                        pair.booked(
                                clinic.at(clinic.day().plusDays(round), "1" + n / 2 + ":00"), n);
                UUID link = link(from.id());
                attempts.add(
                        () ->
                                moving.moveByPatient(
                                                from.id(),
                                                from.version(),
                                                clinic.practitioner().id(),
                                                wanted,
                                                link)
                                        instanceof Done);
                attempts.add(
                        () ->
                                booking.bookPublic(clinic.slot(wanted), visitor(DEMO_ADA))
                                        instanceof Done);
            }
            Collections.shuffle(attempts, new Random(round));

            assertThat(AtOnce.all(attempts)).containsOnlyOnce(true);
        }
        assertThat(overlaps()).isZero();
    }

    @Test
    void anExpiredHoldGoesToHerOrToOneOtherNeverToBoth() throws Exception {
        for (int round = 0; round < 30; round++) {
            SlotChoice slot = clinic.slot(clinic.at(clinic.day().plusDays(round), "10:00"));
            UUID hold = UUID.randomUUID();
            assertThat(booking.hold(hold, slot)).isInstanceOf(HoldOutcome.Held.class);
            clock.advance(BookingAppointments.HOLD.plusSeconds(1));
            List<Callable<Boolean>> attempts = new ArrayList<>();
            attempts.add(() -> booking.confirm(hold, visitor(DEMO_ADA)) instanceof Done);
            for (int n = 0; n < 4; n++) {
                attempts.add(() -> booking.bookPublic(slot, visitor(DEMO_ADA)) instanceof Done);
            }
            Collections.shuffle(attempts, new Random(round));

            assertThat(AtOnce.all(attempts)).containsOnlyOnce(true);
        }
        assertThat(overlaps()).isZero();
    }

    @Test
    void aFormSentEightTimesAtOnceBooksOnce() throws Exception {
        UUID hold = UUID.randomUUID();
        booking.hold(hold, clinic.slot(clinic.at("10:00")));
        List<Callable<AppointmentOutcome>> attempts =
                Collections.nCopies(8, () -> booking.confirm(hold, visitor(DEMO_ADA)));

        List<AppointmentOutcome> outcomes = AtOnce.all(attempts);

        assertThat(outcomes).allMatch(Done.class::isInstance);
        Object booked =
                database.createNativeQuery(
                                "select count(*) from audit_entry"
                                        + " where entity_id = :id and action = 'book'")
                        .setParameter("id", hold)
                        .getSingleResult();
        assertThat(booked).isEqualTo(1L);
    }

    /** Two practitioners, so that six people can move away from three times. */
    private final class PractitionerPair {

        private final UUID second = clinic.addPractitioner("Demo Second", null).id();

        AppointmentDetails booked(Instant start, int n) {
            UUID who = n % 2 == 0 ? clinic.practitioner().id() : second;
            return booking.bookPublic(
                            new SlotChoice(clinic.phoneConsult().id(), who, start),
                            visitor(DEMO_ADA))
                    .orThrow();
        }
    }

    private List<SlotChoice> slots(int many) {
        UUID second = clinic.addPractitioner("Demo Second", null).id();
        List<SlotChoice> slots = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            UUID who = n % 2 == 0 ? clinic.practitioner().id() : second;
            Instant start =
                    clinic.at(clinic.day().plusDays(n / 20), "08:00")
                            .plus(Duration.ofMinutes(30L * (n % 20 / 2)));
            slots.add(new SlotChoice(clinic.phoneConsult().id(), who, start));
        }
        return slots;
    }

    private int attemptAll(List<SlotChoice> slots, Random random) throws Exception {
        List<SlotChoice> shuffled = new ArrayList<>(slots);
        Collections.shuffle(shuffled, random);
        int won = 0;
        for (SlotChoice slot : shuffled) {
            won += attempt(slot) ? 1 : 0;
        }
        return won;
    }

    private boolean attempt(SlotChoice slot) {
        return booking.bookPublic(slot, visitor(DEMO_ADA)) instanceof Done;
    }

    private long overlaps() {
        return ((Number)
                        database.createNativeQuery(
                                        """
                                        select count(*) from appointment a join appointment b
                                            on a.id < b.id and a.practitioner_id = b.practitioner_id
                                           and a.busy && b.busy
                                         where a.practitioner_id = :id
                                           and a.status not in ('cancelled', 'no-show')
                                           and b.status not in ('cancelled', 'no-show')
                                        """)
                                .setParameter("id", clinic.practitioner().id())
                                .getSingleResult())
                .longValue();
    }

    private UUID link(UUID appointment) {
        String token = links.mint(LinkKind.APPOINTMENT, appointment, Duration.ofDays(90));
        return ((LinkOutcome.Opened) links.open(LinkKind.APPOINTMENT, token)).linkId();
    }
}
