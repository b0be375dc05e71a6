package org.ilium.booking.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.NewChartOutcome;
import org.ilium.booking.NewChartOutcome.Linked;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registering who booked and linking the booking are one deed: nothing is half-saved. */
@QuarkusTest
class NewChartTest {

    @Inject Appointments appointments;
    @Inject AppointmentChanges changes;
    @Inject BookingAppointments booking;
    @Inject NewCharts charts;
    @Inject Patients patients;
    @Inject EntityManager database;

    private final String family = "Onedeed" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private ClinicFixture clinic;

    @BeforeEach
    void openTheClinic() {
        clinic = ClinicFixture.open();
    }

    @Test
    void aHoldThatCannotBeLinkedLeavesNoChart() {
        UUID hold = UUID.randomUUID();
        HoldOutcome held = booking.hold(hold, clinic.slot(clinic.at("10:00")));
        assertThat(held).isInstanceOf(HoldOutcome.Held.class);

        register(hold, 0).statusCode(409);

        assertThat(charted()).isEmpty();
    }

    @Test
    void aStaleAppointmentLeavesNoChart() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        SignedIn.inThisTest(Roles.FRONT_DESK);
        changes.note(booked.id(), booked.version(), "called twice").orThrow();

        register(booked.id(), booked.version())
                .statusCode(409)
                .body(containsString("Nothing of yours was saved"));

        assertThat(charted()).isEmpty();
    }

    @Test
    void aLinkThatFailsTakesTheChartWithIt() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        refuseLinksTo(booked);

        try {
            register(booked.id(), booked.version()).statusCode(500);
        } finally {
            allowLinks();
        }

        assertThat(charted()).isEmpty();
    }

    @Test
    void twoAtTheDeskWhoRegisterHerTogetherMakeOneChart() throws Exception {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        PatientEntry entry = PatientEntry.of("Demo", family, null, "+13125550177", null);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        Future<NewChartOutcome> one = threads.submit(() -> registered(start, booked, entry));
        Future<NewChartOutcome> two = threads.submit(() -> registered(start, booked, entry));
        start.countDown();
        boolean first = one.get(60, TimeUnit.SECONDS) instanceof Linked;
        boolean second = two.get(60, TimeUnit.SECONDS) instanceof Linked;
        threads.shutdown();

        assertThat(first).isNotEqualTo(second);
        assertThat(charted()).hasSize(1);
        assertThat(appointments.details(booked.id()).orElseThrow().info().patientId())
                .isEqualTo(charted().get(0).id());
    }

    /** Hers alone: a search also finds the names of earlier tests that are a letter off. */
    private List<PatientInfo> charted() {
        return patients.search(family).stream()
                .filter(found -> found.familyName().equals(family))
                .toList();
    }

    private NewChartOutcome registered(
            CountDownLatch start, AppointmentDetails booked, PatientEntry entry) throws Exception {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            SignedIn.inThisTest(Roles.FRONT_DESK);
            start.await();
            return charts.register(booked.id(), booked.version(), entry, true);
        } finally {
            request.terminate();
        }
    }

    private ValidatableResponse register(UUID appointment, int version) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("version", version)
                .formParam("givenName", "Demo")
                .formParam("familyName", family)
                .formParam("phone", "(312) 555-0177")
                .formParam("confirmed", true)
                .post("/desk/appointments/" + appointment + "/register")
                .then();
    }

    private void refuseLinksTo(AppointmentDetails booked) {
        run(
                "alter table appointment add constraint test_links_fail check (patient_id is null"
                        + " or id <> '"
                        + booked.id()
                        + "')");
    }

    private void allowLinks() {
        run("alter table appointment drop constraint test_links_fail");
    }

    private void run(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
