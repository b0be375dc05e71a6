package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ilium.access.AuditLine;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.catalog.Verdict;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.Patients;
import org.ilium.patients.PlanDelivery;
import org.ilium.patients.PregnancyEnd;
import org.ilium.programs.ProgramOutcome.Blocked;
import org.ilium.programs.ProgramOutcome.Refused;
import org.ilium.programs.ProgramOutcome.Sent;
import org.ilium.programs.ProgramOutcome.Stale;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SendingTest {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject Answers answers;
    @Inject Sending sending;
    @Inject Programs programs;
    @Inject DemoPatients patients;
    @Inject AuditTrail audit;
    @Inject EntityManager database;
    @Inject TestClock clock;
    @Inject Heard heard;
    @Inject Patients charts;

    private Staff therapist;

    /** The events of these tests, in order. */
    @Singleton
    static class Heard {
        final List<ProgramSent> events = new CopyOnWriteArrayList<>();

        volatile Runnable meanwhile = () -> {};

        void on(@Observes ProgramSent event) {
            events.add(event);
            meanwhile.run();
        }
    }

    @BeforeEach
    void aTherapistInTheMorning() {
        patients.openClinic();
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        therapist = SignedIn.inThisTest(Roles.THERAPIST);
        heard.events.clear();
        heard.meanwhile = () -> {};
    }

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void whatIsSentHoldsEveryTextAndTheRecordOfItsScreening() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        Draft draft = draft(patient, "cat-cow", "seated-row-band");
        draft =
                drafts.noteOn(draft.programId(), draft.revision(), "cat-cow", "On your rug")
                        .orThrow();

        Plan plan = sent(draft);

        assertThat(plan.versionNumber()).isEqualTo(1);
        assertThat(plan.delivery()).isEqualTo(PlanDelivery.NOTICE_AND_LINK);
        assertThat(plan.sentAt()).isEqualTo(clock.instant());
        assertThat(programs.sentPlan(draft.programId(), 1)).contains(plan);
        assertThat(programs.currentPlan(draft.programId())).contains(plan);
        PlanItem first = plan.content().items().get(0);
        assertThat(first.name()).isEqualTo("Cat-cow stretch");
        assertThat(first.dose()).startsWith("10 times. Hold 2 seconds.");
        assertThat(first.steps()).hasSize(5);
        assertThat(first.cue()).isNotBlank();
        assertThat(first.caution()).isNotBlank();
        assertThat(first.why()).hasSize(3);
        assertThat(first.note()).isEqualTo("On your rug");
        assertThat(plan.content().stopSigns()).hasSize(16);
        assertThat(plan.content().advice()).isNotEmpty().noneMatch(a -> a.startsWith("Stop"));
        SentVersion kept = programs.versions(draft.programId()).get(0);
        assertThat(kept.sentBy()).isEqualTo(therapist.id());
        assertThat(kept.screening().date()).isEqualTo(TODAY);
        assertThat(kept.screening().verdicts())
                .allSatisfy(v -> assertThat(v.verdict().ruleVersion()).isPositive());
        assertThat(heard.events).containsExactly(new ProgramSent(draft.programId(), 1));
        assertThat(audit.entriesFor(patient, 1))
                .extracting(AuditLine::action)
                .containsExactly("send");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update program_version set content = '{}' where program_id = :id",
                "update program_version set sent_at = sent_at where program_id = :id",
                "delete from program_version where program_id = :id",
                "with one as (select cast(:id as uuid)) update program_version set number = 9",
            })
    void evenRawSqlCannotChangeASentVersion(String sql) {
        Draft draft = draft(patients.pregnant(21, 0, TODAY), "cat-cow");
        Plan plan = sent(draft);

        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () ->
                                                        database.createNativeQuery(sql)
                                                                .setParameter(
                                                                        "id", draft.programId())
                                                                .executeUpdate()))
                .hasStackTraceContaining("never changed or removed");

        assertThat(programs.sentPlan(draft.programId(), 1)).contains(plan);
    }

    @Test
    void evenTruncateCannotRemoveSentVersions() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () ->
                                                        database.createNativeQuery(
                                                                        "truncate program_version"
                                                                                + " cascade")
                                                                .executeUpdate()))
                .hasStackTraceContaining("never changed or removed");
    }

    @Test
    void theHashIsThatOfWhatTheDatabaseKeeps() {
        Draft draft = draft(patients.pregnant(21, 0, TODAY), "cat-cow");
        sent(draft);

        Object fresh =
                database.createNativeQuery(
                                "select encode(sha256(convert_to(cast(content as text) ||"
                                        + " cast(screening as text), 'UTF8')), 'hex') from"
                                        + " program_version where program_id = :id")
                        .setParameter("id", draft.programId())
                        .getSingleResult();

        assertThat(programs.versions(draft.programId()).get(0).sha256()).isEqualTo(fresh);
    }

    @Test
    void madeAt19Weeks6DaysAndSentAt20WeeksItIsBlocked() {
        clock.set(TODAY.atTime(23, 59, 59).atZone(DemoPatients.ZONE).toInstant());
        Draft draft = draft(patients.pregnant(19, 6, TODAY), "pelvic-tilt-supine");
        draft = acknowledgeAll(draft);
        assertThat(draft.unresolved()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        ProgramOutcome outcome = sending.send(draft.programId(), draft.revision());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Blocked.class,
                        blocked ->
                                assertThat(blocked.unresolved())
                                        .extracting(Verdict::ruleId)
                                        .containsExactly("POS-SUPINE"));
        assertThat(programs.versions(draft.programId())).isEmpty();
        assertThat(heard.events).isEmpty();
    }

    @Test
    void aSecondEarlierTheSameDraftIsSent() {
        clock.set(TODAY.atTime(23, 59, 59).atZone(DemoPatients.ZONE).toInstant());
        Draft draft = acknowledgeAll(draft(patients.pregnant(19, 6, TODAY), "pelvic-tilt-supine"));

        assertThat(sent(draft).versionNumber()).isEqualTo(1);
    }

    @Test
    void withoutADueDateItIsNotSentUntilTheWarningIsRead() {
        Draft draft = draft(patients.pregnantWithoutDueDate(TODAY), "pelvic-tilt-supine");

        assertThat(sending.send(draft.programId(), draft.revision()))
                .isInstanceOfSatisfying(
                        Blocked.class,
                        b ->
                                assertThat(b.unresolved())
                                        .extracting(Verdict::ruleId)
                                        .contains("FACT-WEEK"));
    }

    @Test
    void anEmptyDraftIsNotSent() {
        Draft draft = draft(patients.pregnant(21, 0, TODAY));

        assertThat(sending.send(draft.programId(), draft.revision()))
                .isEqualTo(new Refused(ProgramRefusal.NOTHING_TO_SEND));
    }

    @Test
    void withoutAnEpisodeOfCareNothingIsSent() {
        Draft draft = acknowledgeAll(draft(patients.withoutEpisode(), "cat-cow"));

        assertThat(sending.send(draft.programId(), draft.revision()))
                .isEqualTo(new Refused(ProgramRefusal.FACTS_MISSING));
    }

    @Test
    void aDraftEditedMeanwhileIsNotSent() {
        Draft draft = draft(patients.pregnant(21, 0, TODAY), "cat-cow");
        int seen = draft.revision();
        drafts.add(draft.programId(), seen, "chin-tuck").orThrow();

        assertThat(sending.send(draft.programId(), seen)).isInstanceOf(Stale.class);
        assertThat(programs.versions(draft.programId())).isEmpty();
    }

    @Test
    void aSecondSendOfOneDraftIsRefused() {
        Draft draft = draft(patients.pregnant(21, 0, TODAY), "cat-cow");
        sent(draft);
        int now = programs.draft(draft.programId()).orElseThrow().revision();

        assertThat(sending.send(draft.programId(), draft.revision())).isInstanceOf(Stale.class);
        assertThat(sending.send(draft.programId(), now))
                .isEqualTo(new Refused(ProgramRefusal.NO_DRAFT));
        assertThat(programs.versions(draft.programId())).hasSize(1);
    }

    @Test
    void anEditAfterSendingIsANewDraftAndTheNextVersion() {
        Draft draft = draft(patients.pregnant(21, 0, TODAY), "cat-cow");
        Plan first = sent(draft);
        Draft sent = programs.draft(draft.programId()).orElseThrow();
        assertThat(drafts.add(draft.programId(), sent.revision(), "chin-tuck"))
                .isEqualTo(new Refused(ProgramRefusal.NO_DRAFT));

        Draft again = newPrograms.reopen(draft.programId(), sent.revision()).orThrow();
        again = drafts.add(again.programId(), again.revision(), "chin-tuck").orThrow();
        assertThat(programs.currentPlan(draft.programId())).contains(first);
        Plan second = sent(again);

        assertThat(second.versionNumber()).isEqualTo(2);
        assertThat(second.content().items())
                .extracting(PlanItem::slug)
                .containsExactly("cat-cow", "chin-tuck");
        assertThat(programs.currentPlan(draft.programId())).contains(second);
        assertThat(programs.sentPlan(draft.programId(), 1)).contains(first);
    }

    @Test
    void whatWasWrittenToHerBeforeALossIsNotTakenIntoTheNextVersion() {
        Draft draft = newPrograms.create(patients.pregnant(30, 0, TODAY), null, null).orThrow();
        UUID id = draft.programId();
        draft = drafts.add(id, draft.revision(), "cat-cow").orThrow();
        draft =
                drafts.describe(id, draft.revision(), "For your growing belly", "For you both")
                        .orThrow();
        draft = drafts.noteOn(id, draft.revision(), "cat-cow", "Mind the baby").orThrow();
        for (Verdict open : draft.unresolved()) {
            draft =
                    answers.answer(
                                    id,
                                    draft.revision(),
                                    new AnswerInput(
                                            open.ruleId(),
                                            open.itemSlug(),
                                            AnswerKind.ACKNOWLEDGE,
                                            false,
                                            null,
                                            null,
                                            null))
                            .orThrow();
        }
        assertThat(sending.send(id, draft.revision())).isInstanceOf(Sent.class);
        charts.endPregnancy(
                        draft.patientId(),
                        new PregnancyEnd(
                                PregnancyOutcome.STILLBIRTH, TODAY, BirthMode.VAGINAL, null, null),
                        charts.openEpisode(draft.patientId()).orElseThrow().version())
                .orThrow();

        Draft again = newPrograms.reopen(id, programs.draft(id).orElseThrow().revision()).orThrow();

        assertThat(again.title()).doesNotContain("belly");
        assertThat(again.note()).isNull();
        assertThat(again.items()).extracting(DraftItem::note).containsOnlyNulls();
        assertThat(again.hints()).noneMatch(hint -> hint.contains("She reads it"));

        Draft typed =
                drafts.describe(id, again.revision(), "Your next steps", "Your Baby would")
                        .orThrow();
        assertThat(typed.hints())
                .contains("She lost a pregnancy, and what you wrote says “baby”. She reads it.");
    }

    @Test
    void aDroppedDraftLeavesTheSentVersionAsItWas() {
        Draft draft = draft(patients.pregnant(21, 0, TODAY), "cat-cow");
        Plan first = sent(draft);
        int revision = programs.draft(draft.programId()).orElseThrow().revision();
        Draft again = newPrograms.reopen(draft.programId(), revision).orThrow();
        again = drafts.describe(again.programId(), again.revision(), "Other", null).orThrow();

        Draft dropped = newPrograms.discard(again.programId(), again.revision()).orThrow();

        assertThat(dropped.open()).isFalse();
        assertThat(dropped.title()).isEqualTo(first.content().title());
        assertThat(programs.currentPlan(draft.programId())).contains(first);
    }

    @Test
    void nobodyChangesTheChartBetweenTheScreeningAndTheSending() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        Draft draft = draft(patient, "cat-cow");
        List<Throwable> refused = new CopyOnWriteArrayList<>();
        heard.meanwhile = () -> changeOf(patient).ifPresent(refused::add);

        sent(draft);

        assertThat(refused).hasSize(1);
        heard.meanwhile = () -> {};
        assertThat(changeOf(patient)).isEmpty();
    }

    /** What stopped another session, which does not wait, from changing her chart. */
    private Optional<Throwable> changeOf(UUID patient) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () -> {
                                database.createNativeQuery("set local lock_timeout = '10ms'")
                                        .executeUpdate();
                                database.createNativeQuery(
                                                "select id from patient where id = :id for update")
                                        .setParameter("id", patient)
                                        .getSingleResult();
                            });
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    @Test
    void aCopyForAnotherPatientLeavesThePersonalWordsBehind() {
        Draft draft = draft(patients.pregnant(21, 0, TODAY), "cat-cow");
        draft = drafts.describe(draft.programId(), draft.revision(), "For A", "Dear A").orThrow();
        DosageInput dose =
                new DosageInput(
                        null,
                        8,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        "Like A did on Monday");
        draft = drafts.dose(draft.programId(), draft.revision(), "cat-cow", dose).orThrow();
        draft = drafts.noteOn(draft.programId(), draft.revision(), "cat-cow", "For A").orThrow();
        sent(draft);

        Draft copy =
                newPrograms
                        .createFrom(patients.pregnant(30, 0, TODAY), draft.programId(), null)
                        .orThrow();
        Draft hers = newPrograms.createFrom(draft.patientId(), draft.programId(), null).orThrow();

        assertThat(copy.note()).isNull();
        assertThat(copy.items()).singleElement().satisfies(i -> assertThat(i.note()).isNull());
        assertThat(copy.title()).isEqualTo("Home program");
        assertThat(copy.items().get(0).dosage().reps()).isEqualTo(8);
        assertThat(copy.items().get(0).dosage().note()).isNotEqualTo("Like A did on Monday");
        assertThat(hers.note()).isEqualTo("Dear A");
        assertThat(hers.title()).isEqualTo("For A");
        assertThat(hers.items().get(0).dosage().note()).isEqualTo("Like A did on Monday");
    }

    @Test
    void theChartsListTellsWhatWasSentAndWhatWaits() {
        UUID patient = patients.pregnant(21, 0, TODAY);
        Draft sentOne = draft(patient, "cat-cow");
        sent(sentOne);
        clock.advance(Duration.ofMinutes(1));
        Draft waiting = draft(patient, "cat-cow", "chin-tuck");

        List<ProgramSummary> list = programs.programsOf(patient);

        assertThat(list)
                .extracting(ProgramSummary::id)
                .containsExactly(waiting.programId(), sentOne.programId());
        assertThat(list.get(0).exercises()).isEqualTo(2);
        assertThat(list.get(0).status()).isEqualTo(ProgramStatus.DRAFT);
        assertThat(list.get(1).exercises()).isEqualTo(1);
        assertThat(list.get(1).currentVersion()).isEqualTo(1);
        assertThat(list.get(1).draftOpen()).isFalse();
    }

    private Draft draft(UUID patient, String... slugs) {
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        for (String slug : slugs) {
            draft = drafts.add(draft.programId(), draft.revision(), slug).orThrow();
        }
        return draft;
    }

    private Draft acknowledgeAll(Draft draft) {
        Draft now = draft;
        while (!now.unresolved().isEmpty()) {
            Verdict v = now.unresolved().get(0);
            now =
                    answers.answer(
                                    now.programId(),
                                    now.revision(),
                                    new AnswerInput(
                                            v.ruleId(),
                                            v.itemSlug(),
                                            AnswerKind.ACKNOWLEDGE,
                                            false,
                                            null,
                                            null,
                                            null))
                            .orThrow();
        }
        return now;
    }

    private Plan sent(Draft draft) {
        ProgramOutcome outcome = sending.send(draft.programId(), draft.revision());
        assertThat(outcome).isInstanceOf(Sent.class);
        return ((Sent) outcome).plan();
    }
}
