package org.ilium.booking.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.fixture.ClinicFixture.BY_CLINIC;
import static org.ilium.fixture.ClinicFixture.BY_PATIENT;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.Cancellation;
import org.ilium.booking.Contact;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.changes.MovingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.fixture.TestClock;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.messages.OutboxDesk;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.SentPlanFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What she is mailed of a cancellation, and of one that is taken back. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class CancellationMailTest {

    private static final Contact WITHOUT_EMAIL = new Contact("Demo Bea", "+13125550143", null);

    @Inject Deliveries deliveries;
    @Inject OutboxDesk desk;
    @Inject BookingAppointments bookings;
    @Inject MovingAppointments moving;
    @Inject AppointmentChanges changes;
    @Inject Appointments appointments;
    @Inject PatientLinks links;
    @Inject DemoPatients demo;
    @Inject SentPlanFixture plans;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void anEmptyOutboxAndMailbox() {
        clinic = ClinicFixture.open();
        SignedIn.inThisTest(Roles.FRONT_DESK);
        desk.clear();
        SmtpServer.up();
        SmtpServer.empty();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void theClinicIsSorryForItsOwnAndFindsAnotherTimeByPhone() {
        cancelled(told("10:00"), BY_CLINIC);

        desk.sendDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).startsWith("Cancelled: ");
        for (String text : List.of(mail.plain(), mail.html())) {
            assertThat(text)
                    .contains("We have to cancel your appointment")
                    .contains("We are sorry")
                    .contains("call us at (312) 555-0100")
                    .doesNotContain("As you asked")
                    .doesNotContainIgnoringCase("sick");
        }
    }

    @Test
    void whatSheAskedForIsConfirmedAndNobodyIsSorry() {
        cancelled(told("10:00"), BY_PATIENT);

        desk.sendDue();

        for (String text : List.of(onlyMail().plain(), onlyMail().html())) {
            assertThat(text)
                    .contains("Your appointment is cancelled")
                    .contains("As you asked")
                    .doesNotContain("sorry")
                    .doesNotContainIgnoringCase("schedule");
        }
    }

    @Test
    void whatIsTakenBackBeforeItsMailLeavesIsNotMailed() {
        AppointmentDetails booked = told("10:00");
        takeBack(cancelled(booked, BY_CLINIC)).orThrow();

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(statuses(booked)).containsExactly(MailStatus.SENT, MailStatus.DROPPED);
        assertThat(deliveries.notTold(10)).isEmpty();
    }

    @Test
    void onceItsMailHasLeftItIsNotTakenBack() {
        AppointmentDetails cancelled = cancelled(told("10:00"), BY_PATIENT);
        desk.sendDue();

        assertThat(takeBack(cancelled)).isEqualTo(new Refused(BookingRefusal.CANCELLATION_TOLD));
        assertThat(now(cancelled).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(SmtpServer.received()).hasSize(1);
    }

    @Test
    void ofAVisitThatIsOverNobodyIsToldThatItIsCancelled() {
        AppointmentDetails over = told("10:00");
        clock.set(over.info().time().end());
        cancelled(over, BY_CLINIC);
        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(statuses(over)).containsExactly(MailStatus.SENT, MailStatus.DROPPED);
    }

    @Test
    void norWhileItsMailIsLeaving() {
        AppointmentDetails booked = told("10:00");
        AppointmentDetails cancelled = cancelled(booked, BY_PATIENT);
        OutboxDesk.TakenUp leaving = desk.takeUp();

        assertThat(takeBack(cancelled)).isEqualTo(new Refused(BookingRefusal.CANCELLATION_TOLD));

        desk.didNotLeave(leaving, "The mail server answered 451.");
        assertThat(takeBack(cancelled).orThrow().status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void whoMayHaveGotItsMailHearsThatTheVisitStands() {
        AppointmentDetails booked = told("10:00");
        SmtpServer.down();
        AppointmentDetails cancelled = cancelled(booked, BY_CLINIC);
        desk.sendDue();
        SmtpServer.up();

        takeBack(cancelled).orThrow();
        clock.advance(Duration.ofHours(2));
        desk.sendDue();

        standsAsBooked(onlyMail());
        assertThat(statuses(booked))
                .containsExactly(MailStatus.SENT, MailStatus.DROPPED, MailStatus.SENT);
    }

    @Test
    void whoCancelledByHerLinkHearsThatTheVisitStands() {
        AppointmentDetails booked = told("10:00");
        AppointmentDetails cancelled =
                changes.cancelByPatient(booked.id(), booked.version(), link(booked)).orThrow();
        takeBack(cancelled).orThrow();

        desk.sendDue();

        standsAsBooked(onlyMail());
        assertThat(onlyMail().calendar()).contains(booked.id().toString());
        String token = onlyMail().link("/a/").substring("/a/".length());
        assertThat(links.open(LinkKind.APPOINTMENT, token)).isInstanceOf(LinkOutcome.Opened.class);
    }

    @Test
    void whoCancelsByHerLinkBeforeTheMailOfAMoveHearsOfTheMoveAfterAll() {
        AppointmentDetails moved = move(told("09:00"), "10:00");
        takeBack(cancelledByHerself(moved)).orThrow();

        desk.sendDue();

        standsAsBooked(onlyMail());
        standsMovedFrom("9:00 AM");
        assertThat(deliveries.notTold(10)).isEmpty();
    }

    @Test
    void alsoWhenTheMailOfTheMoveWasDroppedAsCancelled() {
        AppointmentDetails moved = move(told("09:00"), "10:00");
        OutboxDesk.TakenUp underWay = desk.takeUp();
        AppointmentDetails cancelled = cancelledByHerself(moved);
        desk.wasNeedless(underWay, AppointmentLetters.IS_CANCELLED);
        takeBack(cancelled).orThrow();

        desk.sendDue();

        standsMovedFrom("9:00 AM");
    }

    @Test
    void alsoWhoMayHaveGotTheMailThatItIsCancelled() {
        AppointmentDetails cancelled = cancelled(move(told("09:00"), "10:00"), BY_CLINIC);
        SmtpServer.down();
        desk.sendDue();
        SmtpServer.up();
        takeBack(cancelled).orThrow();
        clock.advance(Duration.ofHours(2));

        desk.sendDue();

        standsMovedFrom("9:00 AM");
    }

    @Test
    void ofTwoMovesSheHearsTheTimeThatSheKnows() {
        AppointmentDetails moved = move(move(told("09:00"), "14:00"), "10:00");
        takeBack(cancelledByHerself(moved)).orThrow();

        desk.sendDue();

        standsMovedFrom("9:00 AM");
        assertThat(onlyMail().plain()).doesNotContain("2:00 PM");
    }

    @Test
    void movedWhileTheMailThatItStandsWaitsSheHearsOfItThere() {
        AppointmentDetails back = takeBack(cancelledByHerself(told("09:00"))).orThrow();
        move(back, "10:00");

        desk.sendDue();

        standsMovedFrom("9:00 AM");
    }

    @Test
    void movedAwayAndBackSheIsToComeAsAgreed() {
        AppointmentDetails moved = move(move(told("10:00"), "14:00"), "10:00");
        takeBack(cancelledByHerself(moved)).orThrow();

        desk.sendDue();

        standsAsBooked(onlyMail());
        for (String text : List.of(onlyMail().plain(), onlyMail().html())) {
            assertThat(text)
                    .contains("it is on as agreed")
                    .doesNotContain("changed")
                    .doesNotContain("Until now it was");
        }
    }

    @Test
    void whoWasMovedToAnotherTherapistAtTheSameTimeIsNotToComeAsAgreed() {
        AppointmentDetails booked = told("10:00");
        AppointmentDetails moved =
                moving.moveByStaff(
                                booked.id(),
                                booked.version(),
                                clinic.addPractitioner("Demo Second", null).id(),
                                clinic.at("10:00"),
                                BookingRule.NONE)
                        .orThrow();
        takeBack(cancelledByHerself(moved)).orThrow();

        desk.sendDue();

        standsAsBooked(onlyMail());
        assertThat(onlyMail().plain())
                .contains("with whom it is now")
                .contains("Demo Second")
                .doesNotContain("as agreed");
    }

    @Test
    void whoHeardOfTheMoveOnThePhoneIsToldNoOldTime() {
        AppointmentDetails moved = move(told("09:00"), "10:00");
        deliveries.toldByPhone(deliveries.about(moved.id()).get(0).id());
        takeBack(cancelledByHerself(moved)).orThrow();

        desk.sendDue();

        standsAsBooked(onlyMail());
        assertThat(onlyMail().plain()).doesNotContain("Until now").doesNotContain("9:00 AM");
    }

    @Test
    void nothingIsMailedOfOnePutOnRecordAndTakenBack() {
        Instant start = clinic.at("10:00");
        clock.set(clinic.at("11:00"));
        AppointmentDetails recorded =
                bookings.bookByStaff(
                                new StaffBooking(
                                        clinic.slot(start),
                                        null,
                                        ClinicFixture.DEMO_ADA,
                                        null,
                                        VisitReason.NOT_ASKED,
                                        null,
                                        null,
                                        Set.of(BookingRule.IN_THE_PAST),
                                        BookedVia.STAFF))
                        .orThrow();
        AppointmentDetails cancelled = cancelled(recorded, BY_PATIENT);
        takeBack(cancelled).orThrow();

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(deliveries.notTold(10)).isEmpty();
    }

    @Test
    void aBookingWhoseMailWasDroppedMeanwhileIsMailedAfterAll() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        AppointmentDetails cancelled = cancelled(booked, BY_CLINIC);
        desk.sendDue();
        assertThat(SmtpServer.received()).as("booked and cancelled at once").isEmpty();

        takeBack(cancelled).orThrow();
        desk.sendDue();

        assertThat(onlyMail().subject()).startsWith("Booked: ");
        desk.sendDue();
        assertThat(SmtpServer.received()).hasSize(1);
    }

    @Test
    void aBookingWhoseMailIsJustBeingDroppedIsMailedAfterAll() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        OutboxDesk.TakenUp underWay = desk.takeUp();
        AppointmentDetails cancelled = cancelled(booked, BY_PATIENT);
        takeBack(cancelled).orThrow();
        desk.wasNeedless(underWay, AppointmentLetters.IS_CANCELLED);

        desk.sendDue();

        assertThat(onlyMail().subject()).startsWith("Booked: ");
    }

    @Test
    void aMoveThatWaitedIsToldOnceAfterAll() {
        AppointmentDetails booked = told("10:00");
        AppointmentDetails moved = move(booked, "14:00");
        AppointmentDetails cancelled = cancelled(moved, BY_CLINIC);
        takeBack(cancelled).orThrow();

        desk.sendDue();

        assertThat(onlyMail().subject()).startsWith("Changed: ").contains("2:00 PM");
    }

    @Test
    void cancelledTakenBackAndCancelledAgainIsToldOnce() {
        AppointmentDetails first = cancelled(told("10:00"), BY_CLINIC);
        AppointmentDetails back = takeBack(first).orThrow();
        cancelled(back, BY_PATIENT);

        desk.sendDue();

        assertThat(onlyMail().plain()).contains("As you asked");
    }

    @Test
    void whoseAddressChangedMeanwhileGetsHerLinkThere() {
        UUID patient = demo.withoutEpisode();
        AppointmentDetails booked = clinic.bookedFor(patient, clinic.at("10:00"));
        desk.sendDue();
        SmtpServer.empty();
        AppointmentDetails cancelled = cancelled(booked, BY_CLINIC);
        plans.changeEmail(patient, "demo.ada@right.example");

        takeBack(cancelled).orThrow();
        desk.sendDue();

        assertThat(onlyMail().subject()).startsWith("Booked: ");
        assertThat(onlyMail().header("To")).isEqualTo("demo.ada@right.example");
    }

    @Test
    void whomNoMailReachesIsOnTheListAsBefore() {
        AppointmentDetails booked = withoutEmail("10:00");
        desk.sendDue();
        List<UUID> before = deliveries.notTold(10).stream().map(Delivery::id).toList();
        AppointmentDetails cancelled = cancelled(booked, BY_CLINIC);
        desk.sendDue();
        assertThat(deliveries.notTold(10))
                .extracting(Delivery::kind)
                .containsExactly(AppointmentMessage.CANCELLED);

        takeBack(cancelled).orThrow();

        assertThat(deliveries.notTold(10)).extracting(Delivery::id).isEqualTo(before);
    }

    @Test
    void whoWasToldOnThePhoneThatItIsCancelledIsToBeToldThatItStands() {
        AppointmentDetails cancelled = cancelled(withoutEmail("10:00"), BY_CLINIC);
        changes.toldOnThePhone(cancelled.id(), cancelled.version()).orThrow();
        assertThat(deliveries.notTold(10)).isEmpty();

        takeBack(cancelled).orThrow();
        desk.sendDue();

        assertThat(deliveries.notTold(10))
                .extracting(Delivery::kind)
                .containsExactly(AppointmentMessage.RESTORED);
    }

    @Test
    void whatWasMovedOnThePhoneAndMovedBackIsToldThoughTheLastMailSaidSo() {
        AppointmentDetails moved = move(told("10:00"), "14:00");
        UUID waiting = deliveries.about(moved.id()).get(0).id();
        deliveries.toldByPhone(waiting);
        move(moved, "10:00");

        desk.sendDue();

        assertThat(onlyMail().subject()).startsWith("Changed: ").contains("10:00 AM");
    }

    private static void standsAsBooked(ReceivedMail mail) {
        assertThat(mail.subject()).startsWith("Not cancelled: ").contains("10:00 AM");
        assertThat(mail.plain()).contains("Your appointment stands").contains("/a/");
        assertThat(mail.calendar()).contains("METHOD:PUBLISH").doesNotContain("CANCELLED");
    }

    private void standsMovedFrom(String old) {
        for (String text : List.of(onlyMail().plain(), onlyMail().html())) {
            assertThat(text)
                    .contains("Your appointment stands")
                    .contains("10:00 AM")
                    .contains("its time has changed")
                    .contains("Until now it was")
                    .contains(old)
                    .doesNotContain("as agreed");
        }
    }

    /** Booked, and told by mail. */
    private AppointmentDetails told(String time) {
        AppointmentDetails booked = clinic.booked(clinic.at(time));
        desk.sendDue();
        SmtpServer.empty();
        return booked;
    }

    private AppointmentDetails withoutEmail(String time) {
        return bookings.bookPublic(
                        clinic.slot(clinic.at(time)), ClinicFixture.visitor(WITHOUT_EMAIL))
                .orThrow();
    }

    private AppointmentDetails cancelled(AppointmentDetails seen, Cancellation why) {
        return changes.cancelByStaff(seen.id(), seen.version(), why).orThrow();
    }

    private AppointmentDetails cancelledByHerself(AppointmentDetails seen) {
        return changes.cancelByPatient(seen.id(), seen.version(), link(seen)).orThrow();
    }

    private AppointmentOutcome takeBack(AppointmentDetails seen) {
        return changes.takeBack(seen.id(), seen.version());
    }

    private AppointmentDetails move(AppointmentDetails seen, String time) {
        return moving.moveByStaff(
                        seen.id(),
                        seen.version(),
                        clinic.practitioner().id(),
                        clinic.at(time),
                        BookingRule.NONE)
                .orThrow();
    }

    private AppointmentDetails now(AppointmentDetails seen) {
        return appointments.details(seen.id()).orElseThrow();
    }

    private UUID link(AppointmentDetails booked) {
        String token = links.mint(LinkKind.APPOINTMENT, booked.id(), Duration.ofDays(30));
        return ((LinkOutcome.Opened) links.open(LinkKind.APPOINTMENT, token)).linkId();
    }

    /** Oldest first. */
    private List<MailStatus> statuses(AppointmentDetails booked) {
        List<MailStatus> statuses = new ArrayList<>();
        deliveries.about(booked.id()).forEach(mail -> statuses.add(0, mail.status()));
        return statuses;
    }

    private static ReceivedMail onlyMail() {
        assertThat(SmtpServer.received()).hasSize(1);
        return new ReceivedMail(SmtpServer.received().get(0));
    }
}
