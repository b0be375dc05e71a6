package org.ilium.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.AppointmentProgress;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PregnancyEnd;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationsTest {

    @Inject DueInvitations due;
    @Inject Asked asked;
    @Inject Patients patients;
    @Inject TestClock clock;
    @Inject Appointments appointments;
    @Inject AppointmentChanges changes;
    @Inject AppointmentProgress progress;
    @Inject EntityManager database;

    private ReviewScene scene;

    @BeforeEach
    void open() {
        scene = new ReviewScene();
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
        asked.failing = null;
    }

    @Test
    void everyPatientIsAskedOnceTheSameTimeAfterTheFirstVisit() {
        UUID invitation = scene.invited();

        due.askAllDue();
        assertThat(asked.ids).doesNotContain(invitation);

        clock.advance(Duration.ofDays(2));
        due.askAllDue();
        due.askAllDue();
        assertThat(asked.ids).containsOnlyOnce(invitation);
    }

    @Test
    void aDatabaseThatCannotBeReadEndsTheRound() {
        rename("review_invitation", "review_invitation_away");
        try {
            assertTimeoutPreemptively(Duration.ofMinutes(2), due::askAllDue);
        } finally {
            rename("review_invitation_away", "review_invitation");
        }
    }

    private void rename(String table, String name) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "alter table " + table + " rename to " + name)
                                        .executeUpdate());
    }

    @Test
    void aSecondVisitOfTheEpisodeIsNotAskedAboutAndSaysWhy() {
        UUID patient = scene.patient();
        scene.episode(patient, "pregnant", LocalDate.now(clock).plusDays(90));
        UUID first = scene.invitation(scene.completedVisit(patient));
        UUID second = scene.invitation(scene.completedVisit(patient));

        scene.askDue();

        assertThat(asked.ids).contains(first).doesNotContain(second);
        assertThat(excluded(first)).isNull();
        assertThat(excluded(second)).isEqualTo("already-asked");
    }

    @Test
    void aVisitCompletedByMistakeGoesOnAndNobodyIsAskedAboutIt() {
        SignedIn.inThisTest(Roles.THERAPIST);
        UUID visit = scene.completedVisit(scene.patient());
        UUID planned = scene.invitation(visit);
        clock.set(details(visit).info().time().end());

        assertThat(changes.mayUndo(details(visit))).isTrue();
        AppointmentDetails goesOn = progress.undo(visit, details(visit).version()).orThrow();
        scene.askDue();

        assertThat(goesOn.status()).isEqualTo(AppointmentStatus.IN_PROGRESS);
        assertThat(asked.ids).doesNotContain(planned);

        progress.complete(visit, goesOn.version()).orThrow();
        UUID anew = scene.invitation(visit);
        scene.askDue();
        assertThat(asked.ids).contains(anew);
    }

    @Test
    void whatThePatientWasAskedAboutStaysCompleted() {
        SignedIn.inThisTest(Roles.THERAPIST);
        UUID visit = scene.completedVisit(scene.patient());
        UUID invitation = scene.invitation(visit);
        scene.askDue();
        assertThat(asked.ids).contains(invitation);
        clock.set(details(visit).info().time().end());

        assertThat(changes.mayUndo(details(visit))).isFalse();
        assertThat(progress.undo(visit, details(visit).version()))
                .isEqualTo(new AppointmentOutcome.Refused(BookingRefusal.ASKED_ALREADY));

        assertThat(details(visit).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(scene.invitation(visit)).isEqualTo(invitation);
    }

    @Test
    void aCompletionIsTakenBackByATherapistOnItsDayAndNotByTheDesk() {
        UUID visit = scene.completedVisit(scene.patient());
        AppointmentDetails over = details(visit);
        SignedIn.inThisTest(Roles.THERAPIST);

        clock.set(over.info().time().end().plus(Duration.ofDays(1)));
        assertThat(changes.mayUndo(over)).isFalse();
        assertThat(progress.undo(visit, over.version()))
                .isEqualTo(new AppointmentOutcome.Refused(BookingRefusal.DAY_IS_OVER));

        clock.set(over.info().time().end());
        SignedIn.inThisTest(Roles.FRONT_DESK);
        assertThat(changes.mayUndo(over)).isFalse();
        assertThat(changes.takeBack(visit, over.version()))
                .isEqualTo(new AppointmentOutcome.Refused(BookingRefusal.NOT_YOURS_TO_REOPEN));
        assertThat(details(visit).status()).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    void theNextVisitIsAskedAboutWhenTheFirstWasCompletedByMistake() {
        SignedIn.inThisTest(Roles.THERAPIST);
        UUID patient = scene.patient();
        scene.episode(patient, "pregnant", LocalDate.now(clock).plusDays(90));
        UUID first = scene.completedVisit(patient);
        UUID second = scene.invitation(scene.completedVisit(patient));
        assertThat(excluded(second)).isEqualTo("already-asked");
        clock.set(details(first).info().time().end());

        progress.undo(first, details(first).version()).orThrow();

        assertThat(excluded(second)).isNull();
        clock.reset();
        scene.askDue();
        assertThat(asked.ids).contains(second);
    }

    private AppointmentDetails details(UUID visit) {
        return appointments.details(visit).orElseThrow();
    }

    @Test
    void aNewEpisodeIsAskedAboutAgain() {
        UUID patient = scene.patient();
        UUID episode = scene.episode(patient, "pregnant", LocalDate.now(clock).plusDays(90));
        UUID first = scene.invitation(scene.completedVisit(patient));
        scene.closeEpisode(episode);
        scene.episode(patient, "pregnant", LocalDate.now(clock).plusDays(290));
        UUID second = scene.invitation(scene.completedVisit(patient));

        scene.askDue();

        assertThat(asked.ids).contains(first, second);
    }

    @Test
    void whoAskedNotToBeAskedIsNot() {
        UUID invitation =
                scene.invitation(scene.completedVisit(scene.patient("demo@example.org", false)));

        scene.askDue();

        assertThat(asked.ids).doesNotContain(invitation);
        assertThat(excluded(invitation)).isEqualTo("opted-out");
    }

    @Test
    void whoHasNoAddressIsNotAsked() {
        UUID invitation = scene.invitation(scene.completedVisit(scene.patient(null, true)));

        scene.askDue();

        assertThat(asked.ids).doesNotContain(invitation);
        assertThat(excluded(invitation)).isEqualTo("no-valid-address");
    }

    @Test
    void nobodyIsAskedAfterAPregnancyEnded() {
        UUID patient = scene.patient();
        scene.episode(patient, "pregnant", LocalDate.now(clock).plusDays(90));
        UUID invitation = scene.invitation(scene.completedVisit(patient));
        record(patient, Stage.NEITHER);

        scene.askDue();

        assertThat(asked.ids).doesNotContain(invitation);
        assertThat(excluded(invitation)).isEqualTo("pregnancy-loss");
    }

    @Test
    void norWhenOneOfHerBabiesIsNotLiving() {
        UUID patient = scene.patient();
        UUID invitation = scene.invitation(scene.completedVisit(patient));
        LocalDate today = LocalDate.now(clock);
        EpisodeEntry twins =
                new EpisodeEntry(
                        Stage.PREGNANT,
                        today.plusDays(20),
                        null,
                        BirthMode.UNKNOWN,
                        2,
                        Set.of(),
                        null,
                        null);
        patients.recordEpisode(patient, twins, null).orThrow();
        patients.endPregnancy(
                        patient,
                        new PregnancyEnd(
                                PregnancyOutcome.LIVE_BIRTH_AND_LOSS,
                                today,
                                BirthMode.UNKNOWN,
                                null,
                                null),
                        patients.openEpisode(patient).orElseThrow().version())
                .orThrow();

        scene.askDue();

        assertThat(excluded(invitation)).isEqualTo("pregnancy-loss");
    }

    @Test
    void norWhenTheEpisodeWasClosedOverIt() {
        UUID patient = scene.patient();
        scene.episode(patient, "pregnant", LocalDate.now(clock).plusDays(90));
        UUID invitation = scene.invitation(scene.completedVisit(patient));
        record(patient, Stage.NEITHER);
        EpisodeInfo open = patients.openEpisode(patient).orElseThrow();
        patients.closeEpisode(
                patient, new EpisodeClosing(CloseReason.OTHER, open.openedOn()), open.version());

        scene.askDue();

        assertThat(excluded(invitation)).isEqualTo("pregnancy-loss");
    }

    @Test
    void norWhenANewEpisodeSaysSheIsNotPregnantAnyMore() {
        UUID patient = scene.patient();
        UUID episode = scene.episode(patient, "pregnant", LocalDate.now(clock).plusDays(90));
        UUID invitation = scene.invitation(scene.completedVisit(patient));
        scene.closeEpisode(episode);
        record(patient, Stage.NEITHER);

        scene.askDue();

        assertThat(excluded(invitation)).isEqualTo("pregnancy-loss");
    }

    @Test
    void whoIsPregnantAgainIsAsked() {
        UUID patient = scene.patient();
        scene.episode(patient, "pregnant", LocalDate.now(clock).plusDays(90));
        UUID invitation = scene.invitation(scene.completedVisit(patient));
        record(patient, Stage.NEITHER);
        record(patient, Stage.PREGNANT);

        scene.askDue();

        assertThat(asked.ids).contains(invitation);
    }

    /** As the chart's page does it. */
    private void record(UUID patient, Stage stage) {
        EpisodeEntry entry =
                new EpisodeEntry(stage, null, null, BirthMode.UNKNOWN, 1, Set.of(), null, null);
        Integer seen = patients.openEpisode(patient).map(EpisodeInfo::version).orElse(null);
        assertThat(patients.recordEpisode(patient, entry, seen))
                .isInstanceOf(EpisodeChange.Saved.class);
    }

    @Test
    void aVisitWithoutAChartIsNotedAndNotAskedAbout() {
        var booked = scene.clinic().booked(scene.clinic().at("10:00"));
        clock.set(booked.info().time().start());
        UUID invitation = scene.invitation(scene.clinic().completed(booked).id());

        scene.askDue();

        assertThat(asked.ids).doesNotContain(invitation);
        assertThat(excluded(invitation)).isEqualTo("no-chart");
    }

    @Test
    void oneThatFailsIsTriedAgainAndHoldsUpNoOther() {
        UUID first = scene.invited();
        UUID second = scene.invited();
        asked.failing = first;

        scene.askDue();

        assertThat(asked.ids).contains(second).doesNotContain(first);
        asked.failing = null;
        due.askAllDue();
        assertThat(asked.ids).containsOnlyOnce(first);
    }

    @Test
    void anExclusionIsAudited() {
        UUID invitation =
                scene.invitation(scene.completedVisit(scene.patient("demo@example.org", false)));

        scene.askDue();

        assertThat(
                        scene.one(
                                "select action from audit_entry where entity_id = ?1 and actor = 'system'",
                                invitation))
                .isEqualTo("exclude");
    }

    private Object excluded(UUID invitation) {
        return scene.one("select excluded_reason from review_invitation where id = ?1", invitation);
    }

    /** Stands where the mail does. */
    @Singleton
    static class Asked {
        final List<UUID> ids = new CopyOnWriteArrayList<>();
        volatile UUID failing;

        void note(@Observes ReviewInvited invited) {
            if (invited.invitationId().equals(failing)) {
                throw new IllegalStateException("a listener failed");
            }
            ids.add(invited.invitationId());
        }
    }
}
