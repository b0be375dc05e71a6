package org.ilium.booking.holds;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.changes.RepeatedRequests;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.TestClock;
import org.ilium.shared.Purge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BookingHousekeepingTest {

    private static final String SCOPE = "housekeeping";

    @Inject BookingHousekeeping housekeeping;
    @Inject HoldsAfterAStep afterAStep;
    @Inject BookingAppointments booking;
    @Inject Appointments appointments;
    @Inject RepeatedRequests requests;
    @Inject Purge purge;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private final String key = UUID.randomUUID().toString();
    private ClinicFixture clinic;

    @BeforeEach
    void aClinicAtAFixedTime() {
        clock.set(clock.instant());
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aKeyAnswersAgainForAWeekAndIsThenForgotten() {
        Instant start = clinic.at(clinic.day().plusDays(20), "10:00");
        UUID booked = ((Done) sent(start)).appointment().id();

        after(Duration.ofDays(7).minusSeconds(1));
        assertThat(((Done) sent(start)).appointment().id()).isEqualTo(booked);
        assertThat(keys()).isEqualTo(1);

        after(Duration.ofSeconds(1));

        assertThat(keys()).isZero();
        assertThat(appointments.details(booked)).as("what it booked stays").isPresent();
    }

    @Test
    void aHoldNobodyCameBackForIsGoneADayAfterItExpired() {
        UUID hold = held("10:00");

        after(BookingAppointments.HOLD.plusDays(1).minusSeconds(1));
        assertThat(rows(hold)).isEqualTo(1);

        after(Duration.ofSeconds(1));
        assertThat(rows(hold)).isZero();
    }

    @Test
    void aHoldEndsInTimeThoughTheClockWasSetBack() {
        UUID hold = held("10:00");
        afterAStep.round();
        assertThat(isAlive(hold)).as("one as usual goes on").isTrue();

        clock.advance(Duration.ofHours(-2));
        assertThat(isAlive(hold)).isTrue();
        afterAStep.round();

        assertThat(isAlive(hold)).isFalse();
    }

    private boolean isAlive(UUID hold) {
        return appointments.details(hold).isPresent();
    }

    @Test
    void aHoldThatBecameAnAppointmentStays() {
        UUID hold = held("10:00");
        AppointmentOutcome booked =
                booking.confirm(hold, ClinicFixture.visitor(ClinicFixture.DEMO_ADA));
        assertThat(booked).isInstanceOf(Done.class);

        after(Duration.ofDays(1000));

        assertThat(appointments.details(hold)).isPresent();
    }

    @Test
    void aHoldThatSomebodyIsConfirmingIsLeftAlone() {
        UUID busy = held("10:00");
        UUID left = held("11:00");
        clock.advance(Duration.ofDays(2));

        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            database.createNativeQuery(
                                            "select id from appointment where id = :id for update")
                                    .setParameter("id", busy)
                                    .getSingleResult();
                            housekeeping.removeOld();
                        });

        assertThat(rows(busy)).isEqualTo(1);
        assertThat(rows(left)).isZero();
    }

    @Test
    void severalReplicasShareTheWorkWithoutAnError() throws Exception {
        remember(4500, clock.instant().minus(Duration.ofDays(30)));
        ExecutorService replicas = Executors.newFixedThreadPool(4);

        List<Future<Integer>> removed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            removed.add(
                    replicas.submit(
                            () ->
                                    purge.remove(
                                            "booking_request",
                                            "scope, key",
                                            "scope = 'housekeeping' and created_at <= :before",
                                            clock.instant().minus(Duration.ofDays(7)))));
        }
        int all = 0;
        for (Future<Integer> each : removed) {
            all += each.get(60, TimeUnit.SECONDS);
        }
        replicas.shutdown();
        housekeeping.removeOld();

        assertThat(all).isLessThanOrEqualTo(4500).isPositive();
        assertThat(keys()).isZero();
    }

    private AppointmentOutcome sent(Instant start) {
        return requests.once(
                SCOPE,
                key,
                "the same request",
                () ->
                        booking.bookPublic(
                                clinic.slot(start), ClinicFixture.visitor(ClinicFixture.DEMO_ADA)));
    }

    private UUID held(String time) {
        UUID hold = UUID.randomUUID();
        assertThat(booking.hold(hold, clinic.slot(clinic.at(time))))
                .isInstanceOf(HoldOutcome.Held.class);
        return hold;
    }

    private void after(Duration time) {
        clock.advance(time);
        housekeeping.removeOld();
    }

    private void remember(int many, Instant at) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                """
                                                insert into booking_request
                                                select 'housekeeping', cast(gen_random_uuid() as text),
                                                       cast('' as bytea), null, :at
                                                  from generate_series(1, :many)""")
                                        .setParameter("many", many)
                                        .setParameter("at", at)
                                        .executeUpdate());
    }

    private long keys() {
        return count("booking_request where scope = '" + SCOPE + "'");
    }

    private long rows(UUID appointment) {
        return count("appointment where id = '" + appointment + "'");
    }

    private long count(String rows) {
        return ((Number)
                        database.createNativeQuery("select count(*) from " + rows)
                                .getSingleResult())
                .longValue();
    }
}
