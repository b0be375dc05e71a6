package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ilium.access.AuditLine;
import org.ilium.access.AuditTrail;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.programs.PainAlertOutcome.Done;
import org.ilium.programs.PainAlertOutcome.Invalid;
import org.ilium.programs.PainAlertOutcome.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pain becomes a therapist's work, and how that ends. */
@QuarkusTest
class PainAlertsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject SentPlanFixture plans;
    @Inject PlanProgress progress;
    @Inject PainAlerts alerts;
    @Inject PainSettings settings;
    @Inject PatientLinks links;
    @Inject StaffAccounts accounts;
    @Inject DemoPatients patients;
    @Inject AuditTrail audit;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private Staff therapist;
    private UUID ada;
    private UUID program;
    private UUID link;

    @BeforeEach
    void aSentPlan() {
        patients.openClinic();
        forgetTheLimits();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        therapist = SignedIn.inThisTest(Roles.THERAPIST);
        ada = patients.pregnant(21, 0, TODAY);
        program = plans.sent(ada);
        String token = links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
        link = ((LinkOutcome.Opened) links.open(LinkKind.PLAN, token)).linkId();
    }

    @AfterEach
    void asBefore() {
        clock.reset();
        forgetTheLimits();
    }

    /** Whoever set them, these tests or others. */
    private void forgetTheLimits() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from pain_limits").executeUpdate());
    }

    @Test
    void theSameHighNumberSentTwiceIsOneAlert() {
        tell(9);
        tell(9);

        PainAlert alert = only();
        assertThat(alert.worst()).isEqualTo(9);
        assertThat(alert.before()).isNull();
        assertThat(alert.title()).isEqualTo("Home program");
        assertThat(alert.revision()).isZero();
        assertThat(alerts.advisesToStop(program)).isTrue();
        assertThat(audit.entriesFor(ada, 9).stream().filter(l -> l.action().equals("raise")))
                .hasSize(1);
    }

    @Test
    void aHigherNumberInPlaceOfAnAlarmingOneIsAlarmingToo() {
        tell(1);
        tell(4);
        assertThat(alerts.advisesToStop(program)).isTrue();

        tell(6);
        assertThat(alerts.advisesToStop(program)).isTrue();
        assertThat(only().stands()).isTrue();
        assertThat(only().worst()).isEqualTo(6);

        tell(2);
        assertThat(alerts.advisesToStop(program)).isFalse();
    }

    @Test
    void whatIsBelowBothLimitsIsNoAlert() {
        tell(6);
        nextDay();
        tell(6);
        nextDay();
        tell(2);
        nextDay();
        tell(4);

        assertThat(alerts.ofPatient(ada)).isEmpty();
        assertThat(alerts.advisesToStop(program)).isFalse();
    }

    @Test
    void threeMoreThanLastTimeIsOneAlsoWithinADay() {
        tell(1);
        nextDay();
        nextDay();
        tell(4);
        assertThat(only().before()).isEqualTo(1);
        handle(only());

        nextDay();
        tell(2);
        assertThat(alerts.ofPatient(ada)).hasSize(1);
        tell(5);

        assertThat(alerts.ofPatient(ada)).hasSize(2);
        assertThat(open().before()).isEqualTo(2);
    }

    @Test
    void aLowerNumberOfTheSameDayIsAddedAndTheAlertStays() {
        tell(9);
        clock.advance(Duration.ofMinutes(5));
        tell(3);

        PainAlert alert = only();
        assertThat(alert.open()).isTrue();
        assertThat(alert.worst()).isEqualTo(9);
        assertThat(alert.latest()).isEqualTo(3);
        assertThat(alert.latestAt()).isEqualTo(clock.instant());
        assertThat(alert.stands()).isFalse();
        assertThat(alerts.advisesToStop(program)).isFalse();
        assertThat(alerts.readMine()).extracting(PainAlert::id).contains(alert.id());
    }

    @Test
    void laterDaysAreAddedToTheOneThatIsOpen() {
        tell(7);
        nextDay();
        tell(8);
        nextDay();

        PainAlert alert = only();
        assertThat(alert.worst()).isEqualTo(8);
        assertThat(alert.latestOn()).isEqualTo(TODAY.plusDays(1));
        // yesterday's number is no reason to stop today
        assertThat(alerts.advisesToStop(program)).isFalse();
    }

    @Test
    void handledIsKeptWithWhoWhenAndNoteAndTheSameAgainChangesNothing() {
        tell(8);
        clock.advance(Duration.ofHours(1));

        Done done = (Done) alerts.handle(only().id(), 0, " Called her.\r\nBetter now. ");
        clock.advance(Duration.ofHours(1));
        PainAlertOutcome again = alerts.handle(only().id(), 0, "Called her.\nBetter now.");

        PainAlert.Handled handled = done.alert().handled();
        assertThat(handled.by()).isEqualTo(therapist.id());
        assertThat(handled.note()).isEqualTo("Called her.\nBetter now.");
        assertThat(again).isEqualTo(done);
        assertThat(alerts.readMine()).extracting(PainAlert::id).doesNotContain(only().id());
        assertThat(audit.entriesFor(ada, 20).stream().filter(l -> l.action().equals("handle")))
                .singleElement()
                .extracting(AuditLine::entity)
                .isEqualTo("pain-alert");
    }

    @Test
    void whatCannotBeHandledSaysWhyAndChangesNothing() {
        tell(8);
        UUID id = only().id();

        assertThat(alerts.handle(id, 0, "x".repeat(301))).isInstanceOf(Invalid.class);
        assertThat(alerts.handle(id, 0, "a\u0000b")).isInstanceOf(Invalid.class);
        assertThat(alerts.handle(UUID.randomUUID(), 0, null))
                .isEqualTo(new Refused(ProgramRefusal.PAIN_ALERT_UNKNOWN));
        tell(9);
        assertThat(alerts.handle(id, 0, null))
                .isEqualTo(new Refused(ProgramRefusal.PAIN_ALERT_CHANGED));
        assertThat(only().open()).isTrue();
        handle(only());
        SignedIn.inThisTest(Roles.THERAPIST);
        assertThat(alerts.handle(id, 1, null))
                .isEqualTo(new Refused(ProgramRefusal.PAIN_ALERT_HANDLED));
        assertThat(only().handled().by()).isEqualTo(therapist.id());
    }

    @Test
    void afterItWasHandledTheSameNumberRaisesNoneAndAnotherHighOneDoes() {
        tell(8);
        handle(only());

        tell(8);
        assertThat(alerts.ofPatient(ada)).hasSize(1);
        assertThat(alerts.advisesToStop(program)).isTrue();
        tell(2);
        assertThat(alerts.advisesToStop(program)).isFalse();
        tell(9);

        assertThat(alerts.ofPatient(ada)).hasSize(2);
        assertThat(open().worst()).isEqualTo(9);
        assertThat(alerts.advisesToStop(program)).isTrue();
    }

    @Test
    void itWaitsForWhoSentThePlanAndForEverybodyOnceSheTreatsNobody() {
        tell(9);
        UUID id = only().id();

        SignedIn.inThisTest(Roles.THERAPIST);
        assertThat(alerts.readMine()).extracting(PainAlert::id).doesNotContain(id);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "update staff_account set active = false where id = :id")
                                        .setParameter("id", therapist.id())
                                        .executeUpdate());
        assertThat(accounts.find(therapist.id()).orElseThrow().active()).isFalse();

        assertThat(alerts.readMine()).extracting(PainAlert::id).contains(id);
    }

    @Test
    void theClinicsOwnLimitsHold() {
        settings.save(new PainLimitsEntry(9, 10, null));

        tell(1);
        tell(8);
        assertThat(alerts.ofPatient(ada)).isEmpty();

        nextDay();
        tell(9);
        assertThat(only().before()).isEqualTo(8);
    }

    @Test
    void manyAtOnceAreOneAlert() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> nine = () -> progress.tellPain(program, link, 9);
            pool.invokeAll(List.of(nine, nine, nine, nine)).forEach(PainAlertsTest::done);
        } finally {
            pool.shutdown();
        }

        assertThat(only().revision()).isZero();
    }

    private static void done(java.util.concurrent.Future<Boolean> told) {
        try {
            assertThat(told.get()).isTrue();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void tell(int score) {
        assertThat(progress.tellPain(program, link, score)).isTrue();
    }

    private void nextDay() {
        clock.advance(Duration.ofDays(1));
    }

    private void handle(PainAlert alert) {
        assertThat(alerts.handle(alert.id(), alert.revision(), null)).isInstanceOf(Done.class);
    }

    private PainAlert only() {
        List<PainAlert> all = alerts.ofPatient(ada);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private PainAlert open() {
        return alerts.ofPatient(ada).stream().filter(PainAlert::open).findFirst().orElseThrow();
    }
}
