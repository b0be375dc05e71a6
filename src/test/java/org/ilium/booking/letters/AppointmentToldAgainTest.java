package org.ilium.booking.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.messages.OutboxDesk;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.SentPlanFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An appointment whose mail goes by the chart follows the chart's address. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class AppointmentToldAgainTest {

    @Inject OutboxDesk desk;
    @Inject PatientLinks links;
    @Inject AppointmentChanges changes;
    @Inject SentPlanFixture plans;
    @Inject DemoPatients demo;

    private ClinicFixture clinic;
    private UUID patient;

    @BeforeEach
    void aPatient() {
        clinic = ClinicFixture.open();
        patient = demo.withoutEpisode();
        SignedIn.inThisTest(Roles.FRONT_DESK);
        desk.clear();
        SmtpServer.up();
        SmtpServer.empty();
    }

    @Test
    void anotherAddressClosesTheLinkAndTellsHerAnew() {
        clinic.bookedFor(patient, clinic.at("10:00"));
        desk.sendDue();
        String astray = token(onlyMail());
        SmtpServer.empty();

        plans.changeEmail(patient, "demo.ada@right.example");
        desk.sendDue();

        ReceivedMail anew = onlyMail();
        assertThat(anew.header("To")).isEqualTo("demo.ada@right.example");
        assertThat(anew.calendar()).contains("BEGIN:VEVENT");
        assertThat(links.open(LinkKind.APPOINTMENT, token(anew)))
                .isInstanceOf(LinkOutcome.Opened.class);
        assertThat(links.open(LinkKind.APPOINTMENT, astray)).isInstanceOf(LinkOutcome.Closed.class);
    }

    @Test
    void oneGivenToAnotherChartIsClosedToTheFirstAndToldToTheOther() {
        AppointmentDetails booked = clinic.bookedFor(patient, clinic.at("10:00"));
        desk.sendDue();
        String first = token(onlyMail());
        SmtpServer.empty();
        UUID other = demo.withoutEpisode();
        plans.changeEmail(other, "demo.other@patient.example");

        changes.link(booked.id(), booked.version(), other).orThrow();
        desk.sendDue();

        assertThat(links.open(LinkKind.APPOINTMENT, first)).isInstanceOf(LinkOutcome.Closed.class);
        assertThat(onlyMail().header("To")).isEqualTo("demo.other@patient.example");
    }

    @Test
    void oneBookedWithAnAddressOfItsOwnKeepsItsLink() {
        AppointmentDetails booked = clinic.booked(clinic.at("11:00"));
        changes.link(booked.id(), booked.version(), patient).orThrow();
        desk.sendDue();
        String own = token(onlyMail());
        SmtpServer.empty();

        plans.changeEmail(patient, "demo.ada@right.example");
        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(links.open(LinkKind.APPOINTMENT, own)).isInstanceOf(LinkOutcome.Opened.class);
    }

    @Test
    void oneBookedWithTheAddressOfTheChartFollowsItWhenThatIsPutRight() {
        AppointmentDetails booked = clinic.booked(clinic.at("11:00"));
        plans.changeEmail(patient, booked.info().contactEmail().toUpperCase(Locale.ROOT));
        changes.link(booked.id(), booked.version(), patient).orThrow();
        desk.sendDue();
        String astray = token(onlyMail());
        SmtpServer.empty();

        plans.changeEmail(patient, "demo.ada@right.example");
        desk.sendDue();

        assertThat(onlyMail().header("To")).isEqualTo("demo.ada@right.example");
        assertThat(links.open(LinkKind.APPOINTMENT, astray)).isInstanceOf(LinkOutcome.Closed.class);
    }

    private static String token(ReceivedMail mail) {
        return mail.link("/a/").substring("/a/".length());
    }

    private static ReceivedMail onlyMail() {
        assertThat(SmtpServer.received()).hasSize(1);
        return new ReceivedMail(SmtpServer.received().get(0));
    }
}
