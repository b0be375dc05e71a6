package org.ilium.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Staff;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Verdict;
import org.ilium.patients.EpisodeEntry;
import org.ilium.programs.AnswerInput;
import org.ilium.programs.AnswerKind;
import org.ilium.programs.Answers;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.Plan;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.ProgramOutcome;
import org.ilium.programs.ProgramTemplate;
import org.ilium.programs.Sending;

/** Programs of some demo patients: most sent, with ticks and pain since; two still drafts. */
@Singleton
class DemoPrograms {

    private static final Duration LINK = Duration.ofDays(90);
    private static final int SENT = 8;

    private final NewPrograms programs;
    private final Drafts drafts;
    private final Answers answers;
    private final Sending sending;
    private final PlanProgress progress;
    private final PatientLinks links;
    private final ActingStaff acting;

    DemoPrograms(
            NewPrograms programs,
            Drafts drafts,
            Answers answers,
            Sending sending,
            PlanProgress progress,
            PatientLinks links,
            ActingStaff acting) {
        this.programs = programs;
        this.drafts = drafts;
        this.answers = answers;
        this.sending = sending;
        this.progress = progress;
        this.links = links;
        this.acting = acting;
    }

    void make(Staff therapist, List<DemoCourse> courses, Instant now, Random random) {
        List<DemoCourse> seen = courses.stream().filter(DemoPrograms::isReady).limit(10).toList();
        for (int i = 0; i < seen.size(); i++) {
            DemoCourse course = seen.get(i);
            DemoCourse.Done visit = course.done().get(1);
            Instant then = visit.end().plus(Duration.ofMinutes(5));
            Draft draft = acting.does(therapist, then, () -> begin(course, visit));
            if (i < SENT) {
                Plan plan = acting.does(therapist, then, () -> send(draft));
                since(therapist, plan, then, now, random);
            }
        }
    }

    /** Seen twice, her facts known, and after the birth if there was one. */
    private static boolean isReady(DemoCourse course) {
        if (course.done().size() < 2 || course.person().episode() == null) {
            return false;
        }
        Instant end = course.done().get(1).end();
        return !course.person().isBornAfter(LocalDate.ofInstant(end, DemoClinic.ZONE));
    }

    private Draft begin(DemoCourse course, DemoCourse.Done visit) {
        LocalDate on = LocalDate.ofInstant(visit.end(), DemoClinic.ZONE);
        List<ProgramTemplate> templates =
                programs.offered(course.patient().id()).stream()
                        .filter(template -> suits(template, course.person(), on))
                        .toList();
        ProgramTemplate template = templates.get(course.place() % templates.size());
        return programs.create(course.patient().id(), template, visit.appointmentId()).orThrow();
    }

    /** A therapist gives the card of the first week in the first week. */
    private static boolean suits(ProgramTemplate template, DemoPerson person, LocalDate on) {
        EpisodeEntry episode = person.episode();
        LocalDate birth = episode == null ? null : episode.birthDate();
        return template != ProgramTemplate.FIRST_WEEK_AFTER_BIRTH
                || birth != null && on.isBefore(birth.plusWeeks(2));
    }

    /** Answers warnings as a therapist would, and leaves out what is blocked. */
    private Plan send(Draft draft) {
        Draft now = draft;
        for (Verdict verdict : draft.unresolved()) {
            if (now.unresolved().contains(verdict)) {
                now = settled(now, verdict);
            }
        }
        ProgramOutcome outcome = sending.send(now.programId(), now.revision());
        if (outcome instanceof ProgramOutcome.Sent sent) {
            return sent.plan();
        }
        throw new IllegalStateException("a demo program was not sent: " + outcome);
    }

    private Draft settled(Draft draft, Verdict verdict) {
        UUID id = draft.programId();
        if (verdict.effect() == Effect.BLOCK && verdict.itemSlug() != null) {
            return drafts.remove(id, draft.revision(), verdict.itemSlug()).orThrow();
        }
        AnswerInput read =
                new AnswerInput(
                        verdict.ruleId(),
                        verdict.itemSlug(),
                        AnswerKind.ACKNOWLEDGE,
                        true,
                        null,
                        null,
                        null);
        return answers.answer(id, draft.revision(), read).orThrow();
    }

    /** What she told through her link on the days since. */
    private void since(Staff therapist, Plan plan, Instant sent, Instant now, Random random) {
        String token = acting.does(therapist, sent, () -> mint(plan.programId()));
        int pain = 5 + random.nextInt(3);
        Instant evening = sent.plus(Duration.ofHours(26));
        for (int day = 0; day < 14 && evening.isBefore(now); day++) {
            boolean busy = random.nextInt(100) < 30;
            int felt = Math.max(1, pain - day / 2);
            if (!busy) {
                acting.does(therapist, evening, () -> tell(plan, token, felt));
            }
            evening = evening.plus(Duration.ofDays(1));
        }
    }

    private String mint(UUID programId) {
        return links.mint(LinkKind.PLAN, programId, LINK);
    }

    private boolean tell(Plan plan, String token, int pain) {
        LinkOutcome.Opened link = (LinkOutcome.Opened) links.open(LinkKind.PLAN, token);
        plan.content().items().stream()
                .limit(3)
                .forEach(i -> progress.tick(plan.programId(), link.linkId(), i.slug(), 1, true));
        return progress.tellPain(plan.programId(), link.linkId(), pain);
    }
}
