package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.Patients;
import org.ilium.patients.PlanDelivery;
import org.ilium.programs.PlanLinkOutcome.Done;
import org.ilium.programs.PlanLinkOutcome.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links to a plan are closed at once, by hand and when her address changes, and sent again. */
@QuarkusTest
class PlanLinksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject PlanLinks planLinks;
    @Inject PatientLinks links;
    @Inject SentPlanFixture plans;
    @Inject DemoPatients demo;
    @Inject Patients patients;
    @Inject Asked asked;
    @Inject TestClock clock;
    @Inject Patients charts;

    private UUID patient;
    private UUID program;

    @BeforeEach
    void aSentPlan() {
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        demo.openClinic();
        patient = demo.pregnant(21, 0, TODAY);
        SignedIn.inThisTest(Roles.THERAPIST);
        program = plans.sent(patient);
        asked.programs.clear();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void closingStopsEveryLinkToThePlanAndNoOther() {
        String first = link(program);
        String second = link(program);
        String other = link(plans.sent(patient));

        PlanLinkOutcome outcome = planLinks.close(program);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> {
                            assertThat(done.now().open()).isZero();
                            assertThat(done.now().closedAt()).isEqualTo(clock.instant());
                        });
        assertThat(open(first)).isInstanceOf(LinkOutcome.Closed.class);
        assertThat(open(second)).isInstanceOf(LinkOutcome.Closed.class);
        assertThat(open(other)).isInstanceOf(LinkOutcome.Opened.class);
        assertThat(plans.linksAudit(program)).isEqualTo(List.of("staff close"));
    }

    @Test
    void whatWasNeverSentIsRefusedByName() {
        UUID draft = plans.draft(patient).programId();

        assertThat(planLinks.close(draft)).isEqualTo(new Refused(ProgramRefusal.NOT_SENT_YET));
        assertThat(planLinks.sendAgain(draft, "k"))
                .isEqualTo(new Refused(ProgramRefusal.NOT_SENT_YET));
        assertThat(planLinks.close(UUID.randomUUID()))
                .isEqualTo(new Refused(ProgramRefusal.PROGRAM_UNKNOWN));
        assertThat(planLinks.of(draft)).isEmpty();
        assertThat(planLinks.ofPatient(patient))
                .extracting(PlanLinkStanding::programId)
                .containsExactly(program);
    }

    @Test
    void theSameWishIsGrantedOnce() {
        planLinks.sendAgain(program, "one");
        planLinks.sendAgain(program, "one");
        planLinks.sendAgain(program, "two");

        assertThat(asked.programs).containsExactly(program, program);
    }

    @Test
    void whatNoLongerFitsTheChartIsNotSentAgain() {
        demo.noteCondition(patient, "ruptured-membranes");

        assertThat(planLinks.sendAgain(program, "k"))
                .isEqualTo(new Refused(ProgramRefusal.NO_LONGER_FITS));
        assertThat(planLinks.of(program).orElseThrow().cannotSend())
                .isEqualTo(ProgramRefusal.NO_LONGER_FITS);
        assertThat(asked.programs).isEmpty();
    }

    @Test
    void withoutAnOpenEpisodeNothingIsSentAgain() {
        charts.closeEpisode(
                        patient,
                        new EpisodeClosing(CloseReason.GOALS_MET, TODAY),
                        charts.openEpisode(patient).orElseThrow().version())
                .orThrow();

        assertThat(planLinks.sendAgain(program, "k"))
                .isEqualTo(new Refused(ProgramRefusal.FACTS_MISSING));
    }

    @Test
    void withoutAnAddressNothingIsSentAgain() {
        plans.changeEmail(patient, null);

        assertThat(planLinks.sendAgain(program, "k"))
                .isEqualTo(new Refused(ProgramRefusal.NO_EMAIL));

        assertThat(planLinks.of(program).orElseThrow().cannotSend())
                .isEqualTo(ProgramRefusal.NO_EMAIL);
        assertThat(asked.programs).isEmpty();
    }

    @Test
    void whoWantsPaperGetsNoMailAgain() {
        int version = patients.find(patient).orElseThrow().version();
        patients.choosePlanDelivery(patient, PlanDelivery.PRINT_ONLY, false, version);

        assertThat(planLinks.sendAgain(program, "k"))
                .isEqualTo(new Refused(ProgramRefusal.ON_PAPER_ONLY));
        assertThat(asked.programs).isEmpty();
    }

    @Test
    void anotherAddressClosesTheLinksThatWentToTheOldOne() {
        String old = link(program);

        plans.changeEmail(patient, "demo.ada@right.example");

        assertThat(open(old)).isInstanceOf(LinkOutcome.Closed.class);
        assertThat(plans.linksAudit(program)).isEqualTo(List.of("staff close"));
        assertThat(asked.programs).isEmpty();
    }

    @Test
    void theSameAddressInOtherLettersClosesNothing() {
        String link = link(program);

        plans.changeEmail(patient, "Demo.Ada@Patient.Example");

        assertThat(open(link)).isInstanceOf(LinkOutcome.Opened.class);
        assertThat(plans.linksAudit(program)).isEmpty();
    }

    @Test
    void anAddressTakenAwayClosesThemToo() {
        String old = link(program);

        plans.changeEmail(patient, null);

        assertThat(open(old)).isInstanceOf(LinkOutcome.Closed.class);
    }

    private String link(UUID programId) {
        return links.mint(LinkKind.PLAN, programId, Duration.ofDays(90));
    }

    private LinkOutcome open(String token) {
        return links.open(LinkKind.PLAN, token);
    }

    /** Hears which plans are to be sent again. */
    @Singleton
    static class Asked {

        final List<UUID> programs = new CopyOnWriteArrayList<>();

        void note(@Observes PlanNoticeAsked event) {
            programs.add(event.programId());
        }
    }
}
