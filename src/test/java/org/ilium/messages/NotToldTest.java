package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a clinic without a mail server, as these tests run, nobody is told by mail. */
@QuarkusTest
class NotToldTest {

    private static final String API = "/api/v1/messages";

    @Inject Deliveries deliveries;
    @Inject OutboxWorker worker;
    @Inject OutboxDesk desk;
    @Inject TestClock clock;

    private final List<Letter> sent = new ArrayList<>();
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
    void withoutAServerWhoeverWaitsIsNotToldAtOnce() {
        SignedIn.as(Roles.FRONT_DESK)
                .get("/messages")
                .then()
                .statusCode(200)
                .body(containsString("Told by phone"))
                .body(not(containsString("Everyone has been told")));
        json().get(API + "/not-told")
                .then()
                .statusCode(200)
                .body("appointmentId", hasItem(booked.id().toString()));
    }

    @Test
    void withAServerWhoeverWaitsMoreThanAnHourIsNotTold() {
        desk.visitIn(id(), Duration.ofDays(30));
        assertThat(deliveries.notTold(10, true)).isEmpty();

        clock.advance(Duration.ofMinutes(61));

        assertThat(deliveries.notTold(10, true)).extracting(Delivery::id).containsExactly(id());
    }

    @Test
    void whoeverIsToComeSoonIsNotToldAfterAMinuteOrTwo() {
        desk.visitIn(id(), Duration.ofMinutes(90));
        clock.advance(Duration.ofSeconds(100));
        assertThat(deliveries.notTold(10, true)).isEmpty();

        clock.advance(Duration.ofSeconds(20));

        assertThat(deliveries.notTold(10, true)).extracting(Delivery::id).containsExactly(id());
    }

    @Test
    void aClockSetBackHidesNobody() {
        desk.visitIn(id(), Duration.ofDays(30));

        clock.advance(Duration.ofHours(-2));

        assertThat(deliveries.notTold(10, true)).extracting(Delivery::id).containsExactly(id());
    }

    @Test
    void aServerSetLaterSendsWhatNobodyWasToldByPhone() {
        worker.sendDue(sent::add);

        assertThat(sent).hasSize(1);
        assertThat(deliveries.notTold(10)).isEmpty();
    }

    @Test
    void butNotWhatWasToldByPhone() {
        json().post(API + "/" + id() + "/told")
                .then()
                .statusCode(200)
                .body("status", equalTo("dropped"))
                .body("detail", equalTo("Told by phone."));

        worker.sendDue(sent::add);

        assertThat(sent).isEmpty();
        assertThat(deliveries.notTold(10)).isEmpty();
        json().post(API + "/" + UUID.randomUUID() + "/told").then().statusCode(404);
    }

    @Test
    void whatWasToldByPhoneStandsForTheOlderMessageThatFailed() {
        desk.fail(id());
        desk.again(id());
        assertThat(deliveries.notTold(10)).extracting(Delivery::id).containsExactly(id());

        json().post(API + "/" + id() + "/told").then().statusCode(200);

        assertThat(deliveries.notTold(10)).isEmpty();
    }

    /** The newest about the booking. */
    private UUID id() {
        return deliveries.about(booked.id()).get(0).id();
    }

    private static RequestSpecification json() {
        return SignedIn.as(Roles.FRONT_DESK).contentType(ContentType.JSON);
    }
}
