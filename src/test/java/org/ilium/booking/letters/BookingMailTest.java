package org.ilium.booking.letters;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRule;
import org.ilium.booking.Contact;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.VisitorBooking;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.clinic.TellingWords;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.fixture.TestClock;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.messages.OutboxDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a booking to a mailbox, over a real SMTP server. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class BookingMailTest {

    @Inject Deliveries deliveries;
    @Inject OutboxDesk desk;
    @Inject BookingAppointments bookings;
    @Inject MovingAppointments moving;
    @Inject AppointmentChanges changes;
    @Inject PatientLinks links;
    @Inject TestClock clock;
    @Inject ClinicDirectory directory;

    ClinicFixture clinic;

    @BeforeEach
    void anEmptyOutboxAndMailbox() {
        clinic = ClinicFixture.open();
        desk.clear();
        SmtpServer.up();
        SmtpServer.empty();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aBookingSendsItsMailWithCalendarAndLink() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).matches("Booked: .*, 10:00 AM C[SD]T, Demo Clinic");
        assertThat(mail.header("To")).isEqualTo("demo.ada@example.org");
        assertThat(mail.types().get(0)).startsWith("multipart/mixed");
        assertThat(mail.types().get(1)).startsWith("multipart/alternative");
        assertThat(mail.plain())
                .contains("10:00 AM to 10:15 AM")
                .contains("Central Time (Chicago)");
        assertThat(mail.html()).contains("10:00 AM to 10:15 AM").contains("Central Time (Chicago)");
        assertThat(mail.calendar()).contains("BEGIN:VEVENT").contains(booked.id().toString());
        assertThat(statuses(booked)).containsExactly(MailStatus.SENT);
    }

    @Test
    void aClinicWhoseNameTellsStandsNeitherInSubjectNorSenderNorCalendar() {
        ClinicProfile now = directory.profile();
        try {
            directory.save(
                    new ClinicProfile(
                            "Demo Stillbirth Recovery",
                            "Stillbirth Recovery",
                            "Stillbirth Recovery",
                            now.phone(),
                            now.email(),
                            now.address(),
                            now.zone(),
                            now.about(),
                            true));
            clinic.booked(clinic.at("10:00"));
            desk.sendDue();

            ReceivedMail mail = onlyMail();
            assertThat(mail.subject()).startsWith("Booked: ").doesNotContain("Recovery");
            assertThat(mail.header("From")).doesNotContain("Recovery");
            assertThat(mail.calendar())
                    .contains("SUMMARY:Phone call\r\n")
                    .contains("ORGANIZER:mailto:")
                    .doesNotContain("Recovery");
        } finally {
            directory.save(now);
        }
    }

    @Test
    void itsHeadersAndItsHtmlAreAsMailboxesAndScreenReadersWantThem() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        UUID id = deliveries.about(booked.id()).get(0).id();
        assertThat(mail.header("Message-ID")).isEqualTo("<" + id + "@localhost>");
        assertThat(mail.header("From"))
                .contains("Demo Clinic")
                .contains("hello@clinic.example")
                .satisfies(from -> assertThat(TellingWords.giveAway(from)).isFalse());
        assertThat(mail.header("Reply-To")).isEqualTo("hello@clinic.example");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        assertThat(mail.html())
                .contains("<html lang=\"en\" dir=\"ltr\">")
                .contains("<div lang=\"en\" dir=\"ltr\"")
                .doesNotContain("<img")
                .doesNotContain("url(");
    }

    @Test
    void noLinkIsKeptInTheOutbox() {
        clinic.booked(clinic.at("10:00"));

        desk.sendDue();

        String token = onlyMail().link("/a/").substring("/a/".length());
        assertThat(desk.everythingKept()).isNotEmpty().doesNotContain(token);
    }

    @Test
    void theLinkInTheMailOpensTheAppointment() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        desk.sendDue();

        given().get(onlyMail().link("/a/")).then().statusCode(200);
        String token = onlyMail().link("/a/").substring("/a/".length());
        assertThat(links.open(LinkKind.APPOINTMENT, token))
                .isInstanceOfSatisfying(
                        LinkOutcome.Opened.class,
                        link -> assertThat(link.subjectId()).isEqualTo(booked.id()));
    }

    @Test
    void aCallIsByHerOwnClockAndTheClinicsStandsBesideIt() {
        bookings.bookPublic(clinic.slot(clinic.at("10:00")), fromNewYork()).orThrow();

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).matches("Booked: .*, 11:00 AM E[SD]T, Demo Clinic");
        for (String text : List.of(mail.plain(), mail.html())) {
            assertThat(text)
                    .contains("11:00 AM to 11:15 AM")
                    .contains("Eastern Time (New York)")
                    .containsPattern("At the clinic it is 10:00 AM C[SD]T\\.");
        }
        assertThat(event(mail).getDescription().getValue())
                .containsPattern("11:00 AM E[SD]T. At the clinic it is 10:00 AM C[SD]T\\.");
    }

    @Test
    void aVisitIsByTheClinicsClockWhereverSheIsAndHersStandsBesideIt() {
        AppointmentDetails visit =
                bookings.enter(
                                new StaffBooking(
                                        clinic.slot(clinic.followUp(), clinic.at("08:00")),
                                        null,
                                        ClinicFixture.DEMO_ADA,
                                        ZoneId.of("America/New_York"),
                                        VisitReason.NOT_ASKED,
                                        null,
                                        null,
                                        false,
                                        BookedVia.STAFF))
                        .orThrow();
        desk.sendDue();
        visitIsByTheClinicsClock(onlyMail(), "Booked", "8:00 AM", "9:00 AM");

        SmtpServer.empty();
        move(visit, "14:00");
        desk.sendDue();
        visitIsByTheClinicsClock(onlyMail(), "Changed", "2:00 PM", "3:00 PM");
        assertThat(onlyMail().plain()).containsPattern("Until now it was: .* 8:00 AM C[SD]T");

        SmtpServer.empty();
        changes.cancelByStaff(visit.id(), visit.version() + 1, ClinicFixture.BY_CLINIC).orThrow();
        desk.sendDue();
        visitIsByTheClinicsClock(onlyMail(), "Cancelled", "2:00 PM", "3:00 PM");
    }

    private static void visitIsByTheClinicsClock(
            ReceivedMail mail, String what, String clinics, String hers) {
        assertThat(mail.subject()).matches(what + ": .*, " + clinics + " C[SD]T, Demo Clinic");
        for (String text : List.of(mail.plain(), mail.html())) {
            assertThat(text)
                    .contains(clinics + " to ")
                    .doesNotContain(hers + " to ")
                    .contains("Central Time (Chicago), the clinic\u2019s clock")
                    .containsPattern("Where you are it is " + hers + " E[SD]T\\.");
        }
        assertThat(event(mail).getDescription().getValue())
                .containsPattern(clinics + " C[SD]T. Where you are it is " + hers + " E[SD]T\\.");
    }

    private static VisitorBooking fromNewYork() {
        return new VisitorBooking(
                ClinicFixture.DEMO_ADA,
                ZoneId.of("America/New_York"),
                VisitReason.NOT_ASKED,
                BookedVia.PUBLIC);
    }

    /** The event of its calendar file, which another library than its writer finds no fault in. */
    private static VEvent event(ReceivedMail mail) {
        ICalendar calendar = Biweekly.parse(mail.calendar()).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        return calendar.getEvents().get(0);
    }

    @Test
    void aDeadMailServerNeitherBreaksTheBookingNorLosesTheMail() {
        SmtpServer.down();

        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        desk.sendDue();

        assertThat(statuses(booked)).containsExactly(MailStatus.DEFERRED);

        SmtpServer.up();
        desk.sendDue();
        assertThat(SmtpServer.received()).as("not before its time").isEmpty();

        clock.advance(Duration.ofMinutes(2));
        desk.sendDue();

        assertThat(onlyMail().subject()).startsWith("Booked: ");
        Delivery delivery = deliveries.about(booked.id()).get(0);
        assertThat(delivery.status()).isEqualTo(MailStatus.SENT);
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(desk.outcomes(delivery.id())).containsExactly("deferred", "sent");
    }

    @Test
    void aBookingThatIsRolledBackLeavesNoMessage() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    clinic.booked(clinic.at("10:00"));
                                                    throw new IllegalStateException("no");
                                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(deliveries.newest(10)).isEmpty();
    }

    @Test
    void aMailThatWaitedTellsTheTimeAsItIsNowAndOnlyOnce() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        move(booked, "14:00");

        desk.sendDue();

        assertThat(onlyMail().plain()).contains("2:00 PM").doesNotContain("10:00");
        assertThat(statuses(booked)).containsExactly(MailStatus.DROPPED, MailStatus.SENT);
    }

    @Test
    void aMoveIsTold() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        desk.sendDue();
        SmtpServer.empty();

        move(booked, "14:00");
        desk.sendDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).startsWith("Changed: ").contains(", 2:00 PM ");
        assertThat(mail.plain())
                .contains("has changed")
                .contains("2:00 PM")
                .containsPattern("Until now it was: .*10:00 AM");
        assertThat(mail.html()).contains("Until now it was").contains("10:00 AM");
    }

    @Test
    void itsCalendarFileLeadsBackToItsPageAndRemindsHer() {
        clinic.booked(clinic.at("10:00"));

        desk.sendDue();

        VEvent event = event(onlyMail());
        String page = onlyMail().link("/a/");
        assertThat(event.getUrl().getValue()).endsWith(page);
        assertThat(event.getDescription().getValue()).contains(page);
        assertThat(event.getAlarms())
                .singleElement()
                .satisfies(
                        alarm ->
                                assertThat(alarm.getTrigger().getDuration().toMillis())
                                        .isEqualTo(-Duration.ofHours(1).toMillis()));
    }

    @Test
    void ofWhatIsBookedAndCancelledAtOnceSheIsToldNothing() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        cancel(booked);

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(deliveries.notTold(10)).isEmpty();
        assertThat(statuses(booked)).containsExactly(MailStatus.DROPPED, MailStatus.DROPPED);
    }

    @Test
    void ofWhatWasBookedMovedAndCancelledAtOnceSheIsToldNothing() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        move(booked, "14:00");
        changes.cancelByStaff(booked.id(), booked.version() + 1, ClinicFixture.BY_CLINIC).orThrow();

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
    }

    @Test
    void cancelledBeforeSheHeardThatItWasMovedItIsTheTimeSheKnowsThatIsOff() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        desk.sendDue();
        SmtpServer.empty();
        clock.advance(Duration.ofMinutes(30));
        move(booked, "14:00");
        changes.cancelByStaff(booked.id(), booked.version() + 1, ClinicFixture.BY_CLINIC).orThrow();

        desk.sendDue();

        assertThat(onlyMail().subject()).contains("10:00 AM").doesNotContain("2:00");
        assertThat(onlyMail().plain()).contains("10:00 AM").doesNotContain("2:00 PM");
    }

    @Test
    void movedToATimeThatIsOverSheNeedNotComeAtTheOldOne() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        desk.sendDue();
        SmtpServer.empty();
        SignedIn.inThisTest(Roles.FRONT_DESK);
        Instant over = clock.instant().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
        moving.moveByStaff(
                        booked.id(),
                        booked.version(),
                        clinic.practitioner().id(),
                        over,
                        EnumSet.allOf(BookingRule.class))
                .orThrow();

        desk.sendDue();

        assertThat(onlyMail().plain().replaceAll("\\s+", " "))
                .contains(
                        "has begun or is over. The old time no longer holds: you do not need to"
                                + " come then.")
                .contains("Until now it was: ")
                .doesNotContain("Here is when it is now");
    }

    @Test
    void whatTheClinicCancelsLaterIsToldThoughNoMailOfItEverWent() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        clock.advance(Duration.ofMinutes(30));
        cancel(booked);

        desk.sendDue();

        assertThat(onlyMail().plain()).contains("We have to cancel your appointment");
    }

    @Test
    void whoMayHaveGotTheBookingIsToldOfItsCancellationHoweverSoon() {
        SmtpServer.down();
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        desk.sendDue();
        cancel(booked);
        SmtpServer.up();

        desk.sendDue();

        assertThat(onlyMail().subject()).startsWith("Cancelled: ");
    }

    @Test
    void aCancellationLeadsToAnotherTime() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        desk.sendDue();
        SmtpServer.empty();
        cancel(booked);

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).startsWith("Cancelled: ").contains(", 10:00 AM ");
        assertThat(mail.plain())
                .contains("We have to cancel your appointment")
                .doesNotContain("/a/");
        assertThat(mail.plain()).containsPattern("http\\S+/book\\s");
        assertThat(mail.html()).containsPattern("href=\"http[^\"]+/book\"");
        assertThat(mail.calendar()).contains("METHOD:CANCEL");
        assertThat(event(mail).getAlarms()).isEmpty();
        assertThat(event(mail).getUid().getValue()).contains(booked.id().toString());
    }

    private void cancel(AppointmentDetails booked) {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        changes.cancelByStaff(booked.id(), booked.version(), ClinicFixture.BY_CLINIC).orThrow();
    }

    @Test
    void whoGaveNoAddressIsOnTheListOfThoseNotTold() {
        AppointmentDetails booked =
                bookings.bookPublic(
                                clinic.slot(clinic.at("10:00")),
                                ClinicFixture.visitor(
                                        new Contact("Demo Bea", "+13125550143", null)))
                        .orThrow();

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(deliveries.notTold(10))
                .extracting(Delivery::appointmentId)
                .containsExactly(booked.id());
    }

    @Test
    void aNameWithMarkupOrALineBreakStaysText() {
        UUID id = clinic.booked(clinic.at("10:00")).id();
        desk.rename(id, "<b>Demo</b> Ada\r\nBcc: demo.eve@example.org");

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.html()).contains("&lt;b&gt;Demo&lt;/b&gt;").doesNotContain("<b>Demo");
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.plain()).contains("<b>Demo</b> Ada Bcc: demo.eve@example.org,");
        assertThat(SmtpServer.received()).hasSize(1);
    }

    private void move(AppointmentDetails booked, String time) {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        moving.moveByStaff(
                        booked.id(),
                        booked.version(),
                        clinic.practitioner().id(),
                        clinic.at(time),
                        BookingRule.NONE)
                .orThrow();
    }

    private static ReceivedMail onlyMail() {
        assertThat(SmtpServer.received()).hasSize(1);
        return new ReceivedMail(SmtpServer.received().get(0));
    }

    /** Newest message first. */
    private List<MailStatus> statuses(AppointmentDetails appointment) {
        return deliveries.about(appointment.id()).stream().map(Delivery::status).toList();
    }
}
