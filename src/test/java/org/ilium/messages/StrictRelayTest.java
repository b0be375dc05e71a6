package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookingRule;
import org.ilium.booking.Contact;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.fixture.StrictRelay;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PlanDelivery;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.SentPlanFixture;
import org.ilium.reviews.ReviewInvited;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that forgives nothing, and what becomes of an address that it refuses. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class StrictRelayTest {

    @Inject OutboxWorker worker;
    @Inject SmtpTransport smtp;
    @Inject Deliveries deliveries;
    @Inject OutboxDesk desk;
    @Inject BookingAppointments bookings;
    @Inject MovingAppointments moving;
    @Inject AppointmentChanges changes;
    @Inject ClinicDirectory directory;
    @Inject SentPlanFixture plans;
    @Inject DemoPatients patients;
    @Inject Event<ReviewInvited> invited;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private StrictRelay relay;

    @BeforeEach
    void aStrictRelay() {
        clinic = ClinicFixture.open();
        SignedIn.inThisTest(Roles.THERAPIST);
        desk.clear();
        SmtpServer.down();
        relay = StrictRelay.on(SmtpServer.port());
    }

    @AfterEach
    void itEnds() {
        relay.close();
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rééducation Périnéale", "\"Zoë\", Müller & Söhne", "مركز العلاج 🏥"})
    void everyKindOfLetterIsTakenWhateverClinicAndPatientAreCalled(String name) {
        ClinicProfile now = directory.profile();
        directory.save(
                new ClinicProfile(
                        name,
                        name,
                        name,
                        now.phone(),
                        now.email(),
                        name + ", 東京都港区一丁目二番三号の長い長い長い長い通り".repeat(3),
                        now.zone(),
                        null,
                        true));

        List<String> subjects = new ArrayList<>();
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        desk.rename(booked.id(), name);
        subjects.add(sent());
        moving.moveByStaff(
                        booked.id(),
                        booked.version(),
                        clinic.practitioner().id(),
                        clinic.at("14:00"),
                        BookingRule.NONE)
                .orThrow();
        subjects.add(sent());
        changes.cancelByStaff(booked.id(), booked.version() + 1, ClinicFixture.BY_CLINIC).orThrow();
        subjects.add(sent());
        UUID patient = pregnant();
        plans.sent(patient);
        sent();
        UUID another = pregnant();
        desk.choose(another, PlanDelivery.FULL_PLAN);
        plans.sent(another);
        sent();
        AppointmentDetails visit = clinic.bookedFor(patient, clinic.at("16:00"));
        assertThat(sent()).contains(name);
        UUID invitation = desk.invitation(visit.info());
        QuarkusTransaction.requiringNew().run(() -> invited.fire(new ReviewInvited(invitation)));
        subjects.add(sent());

        assertThat(subjects).allMatch(subject -> subject.contains(name));
    }

    @ParameterizedTest
    @CsvSource({
        "550, true",
        "551, true",
        "553, true",
        "556, true",
        "554, true",
        "501, true",
        "521, true",
        "530, false",
        "535, false",
        "503, false",
        "552, false",
        "450, false",
        "421, false"
    })
    void whatIsFinalAboutAnAddressFailsAtOnceAndIsToldByPhone(int code, boolean permanent) {
        relay.answerRcpt(code + " no");
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        worker.sendDue(smtp);

        assertThat(relay.received()).isEmpty();
        Delivery delivery = deliveries.about(booked.id()).get(0);
        assertThat(delivery.status())
                .isEqualTo(permanent ? MailStatus.FAILED : MailStatus.DEFERRED);
        assertThat(deliveries.notTold(10)).hasSize(permanent ? 1 : 0);
    }

    @Test
    void anAddressOfAnotherScriptGoesToARelayThatTakesIt() {
        relay.offerUtf8();
        AppointmentDetails booked = booked("jürgen@exämple.org");

        worker.sendDue(smtp);

        assertThat(deliveries.about(booked.id()).get(0).status()).isEqualTo(MailStatus.SENT);
        assertThat(relay.said())
                .anyMatch(command -> command.startsWith("MAIL") && command.endsWith("SMTPUTF8"))
                .anyMatch(command -> command.equals("RCPT TO:<jürgen@xn--exmple-cua.org>"));
    }

    @Test
    void anAddressOfAnotherScriptFailsWithTrueWordsAtOneThatDoesNot() {
        AppointmentDetails booked = booked("jürgen@example.org");

        worker.sendDue(smtp);

        assertThat(relay.received()).isEmpty();
        assertThat(relay.said()).noneMatch(command -> command.startsWith("RCPT"));
        Delivery delivery = deliveries.notTold(10).get(0);
        assertThat(delivery.appointmentId()).isEqualTo(booked.id());
        assertThat(delivery.status()).isEqualTo(MailStatus.FAILED);
        assertThat(delivery.detail()).contains("letters that our mail server cannot write to");
    }

    @Test
    void aPlainAddressIsSentAsBeforeToARelayThatKnowsMore() {
        relay.offerUtf8();
        clinic.booked(clinic.at("10:00"));

        sent();

        assertThat(relay.said()).noneMatch(command -> command.contains(" SMTPUTF8"));
    }

    private AppointmentDetails booked(String email) {
        return bookings.bookPublic(
                        clinic.slot(clinic.at("10:00")),
                        ClinicFixture.visitor(new Contact("Demo Jürgen", "+13125550143", email)))
                .orThrow();
    }

    private UUID pregnant() {
        return patients.pregnant(21, 0, LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")));
    }

    /** Sends what waits; returns its subject as another library reads it. */
    private String sent() {
        int before = relay.received().size();
        worker.sendDue(smtp);
        assertThat(relay.received()).as(relay.said().toString()).hasSize(before + 1);
        ParsedLetter letter = ParsedLetter.of(relay.received().get(before));
        String calendar = letter.text("text/calendar");
        if (!calendar.isEmpty()) {
            isRead(calendar);
        }
        return letter.subject();
    }

    /** By another library than its writer, with every line as short as RFC 5545 wants it. */
    private void isRead(String calendar) {
        assertThat(calendar).endsWith("END:VCALENDAR\r\n");
        assertThat(calendar.split("\r\n"))
                .allSatisfy(
                        line ->
                                assertThat(line.getBytes(StandardCharsets.UTF_8))
                                        .hasSizeLessThan(76));
        ICalendar read = Biweekly.parse(calendar).first();
        assertThat(read.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        VEvent event = read.getEvents().get(0);
        assertThat(event.getSummary().getValue()).endsWith(directory.profile().shortName());
        assertThat(event.getOrganizer().getEmail()).isEqualTo("hello@clinic.example");
        if (event.getLocation() != null) {
            assertThat(event.getLocation().getValue()).isEqualTo(directory.profile().address());
        }
    }
}
