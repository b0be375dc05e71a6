package org.ilium.booking.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.OutboxDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How soon somebody calls about a visit depends on all that she was not told of it. */
@QuarkusTest
class AppointmentNewsTest {

    @Inject Deliveries deliveries;
    @Inject OutboxDesk desk;
    @Inject AppointmentNews news;
    @Inject TestClock clock;

    private AppointmentDetails booked;

    @BeforeEach
    void aBookingWhoseMessageWaits() {
        desk.clear();
        ClinicFixture clinic = ClinicFixture.open();
        booked = clinic.booked(clinic.at("10:00"));
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void whoMayStillKnowOfAVisitTodayIsToldOfItsMoveAsUrgentlyAsOfTheVisit() {
        desk.visitIn(id(), Duration.ofHours(3));
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                news.tell(
                                        AppointmentMessage.MOVED,
                                        booked.info(),
                                        clock.instant().plus(Duration.ofDays(30))));

        clock.advance(AppointmentMessage.URGENT.plusSeconds(1));

        assertThat(desk.notToldThoughMailLeaves()).extracting(Delivery::id).containsExactly(id());
        SignedIn.as(Roles.FRONT_DESK)
                .get("/api/v1/messages?appointment=" + booked.id())
                .then()
                .statusCode(200)
                .body("notTold", equalTo(List.of(true, false)));
    }

    /** The newest about the booking. */
    private UUID id() {
        return deliveries.about(booked.id()).get(0).id();
    }
}
