package org.ilium.programs.web;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.programs.PainAlerts;
import org.ilium.programs.PatientChart;
import org.ilium.programs.Plan;
import org.ilium.programs.PlanHold;
import org.ilium.programs.PlanItem;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.ProgramRefusal;
import org.ilium.programs.Programs;
import org.ilium.programs.SentPlans;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** What she who holds the link sees of her plan and tells us of it, by page or JSON. */
@Singleton
class PlanByLink {

    private final PatientLinks links;
    private final Programs programs;
    private final PlanProgress progress;
    private final PainAlerts alerts;
    private final PatientChart chart;
    private final SentPlans sentPlans;

    PlanByLink(
            PatientLinks links,
            Programs programs,
            PlanProgress progress,
            PainAlerts alerts,
            PatientChart chart,
            SentPlans sentPlans) {
        this.links = links;
        this.programs = programs;
        this.progress = progress;
        this.alerts = alerts;
        this.chart = chart;
        this.sentPlans = sentPlans;
    }

    /** The current version of the plan that the link leads to. */
    record Opened(UUID linkId, Plan plan) {}

    <T> T open(String token, Function<Opened, T> then, Function<PlanLinkEnd, T> otherwise) {
        LinkOutcome link = links.open(LinkKind.PLAN, token);
        if (link instanceof LinkOutcome.Opened good) {
            Optional<Plan> plan = programs.currentPlan(good.subjectId());
            if (plan.isPresent()) {
                return then.apply(new Opened(good.linkId(), plan.get()));
            }
        }
        return otherwise.apply(PlanLinkEnd.of(link));
    }

    PlanView view(Opened opened, String token) {
        Plan plan = opened.plan();
        String name = chart.patient(plan.patientId()).orElseThrow().givenName();
        PlanHold hold = sentPlans.held(plan.patientId()).get(plan.programId());
        return PlanView.of(plan, name, token, progress.today(plan), painAdvice(opened), hold);
    }

    /** Null unless the pain she told today is one to stop for. */
    @Nullable PainAdvice painAdvice(Opened opened) {
        return alerts.advisesToStop(opened.plan().programId()) ? PainAdvice.WORDS : null;
    }

    PlanProgress.Today today(Opened opened) {
        return progress.today(opened.plan());
    }

    /** {@code time} may be left out where the plan says once a day. */
    void tick(Opened opened, @Nullable String item, @Nullable Integer time, boolean done) {
        int times =
                opened.plan()
                        .content()
                        .item(item == null ? "" : item)
                        .map(PlanItem::timesADay)
                        .orElse(1);
        ProgramRefusal refusal =
                progress.tick(
                                opened.plan().programId(),
                                opened.linkId(),
                                item == null ? "" : item,
                                time != null ? time : times == 1 ? 1 : 0,
                                done)
                        .orElse(null);
        if (refusal == ProgramRefusal.NOT_SO_OFTEN) {
            String often = times == 1 ? "once" : times + " times";
            throw RefusedException.of(
                    new FieldErrors()
                            .add(
                                    "time",
                                    time == null
                                            ? "Say which time of the day: 1 to " + times
                                            : "Your plan says " + often + " a day"));
        }
        if (refusal == ProgramRefusal.NOT_IN_PROGRAM) {
            throw RefusedException.of(
                    new FieldErrors().add("item", "This exercise is not in your plan any more"));
        }
        if (refusal != null) {
            throw new RefusedException(
                    Problem.of(refusal).saying(heading(refusal), refusal.reason()));
        }
    }

    private static String heading(ProgramRefusal refusal) {
        return Arrays.stream(PlanHold.values())
                .filter(hold -> hold.toHer() == refusal)
                .map(hold -> PlanPause.of(hold).title())
                .findFirst()
                .orElse("That did not work");
    }

    void tellPain(Opened opened, int score) {
        if (!progress.tellPain(opened.plan().programId(), opened.linkId(), score)) {
            throw RefusedException.of(new FieldErrors().add("score", "Pick a number from 0 to 10"));
        }
    }
}
