package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.catalog.Acknowledgement;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.RuleOverride;
import org.ilium.catalog.Screening;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.catalog.Verdict;
import org.ilium.catalog.WeekSettings;
import org.ilium.shared.pregnancy.Condition;
import org.jspecify.annotations.Nullable;

/** Screens items against a patient's facts of today, and says which verdicts are answered. */
@ApplicationScoped
public class DraftScreening {

    /** Adherence falls as the count rises; more than this is remarked on. */
    static final int MANY = 5;

    private final ExerciseCatalog catalog;
    private final Screening screening;
    private final WeekSettings weeks;
    private final PatientChart chart;

    DraftScreening(
            ExerciseCatalog catalog, Screening screening, WeekSettings weeks, PatientChart chart) {
        this.catalog = catalog;
        this.screening = screening;
        this.weeks = weeks;
        this.chart = chart;
    }

    /** The facts of her open episode; without one, the most careful: pregnant, week unknown. */
    public PatientFacts facts(UUID patientId) {
        return chart.facts(patientId).orElseGet(() -> PatientFacts.pregnant(null));
    }

    /** The week numbers this clinic goes by now. */
    public ScreeningSettings settings() {
        return weeks.weeks();
    }

    /** Every verdict on a plan of these items for her today, strongest first. */
    public List<Verdict> screen(UUID patientId, List<Exercise> items) {
        return screening.screen(items, facts(patientId), chart.today(), settings());
    }

    Draft draft(Program program) {
        List<DraftItem> items = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        for (ProgramItem item : program.items) {
            Optional<Exercise> exercise = catalog.find(item.exerciseSlug);
            exercise.ifPresentOrElse(
                    e -> items.add(new DraftItem(e, item.dosage(), item.note)),
                    () ->
                            hints.add(
                                    "“%s” is no longer in the catalog and will not be sent."
                                            .formatted(item.exerciseSlug)));
        }
        if (items.size() > MANY) {
            hints.add(
                    "%d exercises. People keep up with shorter programs better: try %d or fewer."
                            .formatted(items.size(), MANY));
        }
        List<Verdict> verdicts =
                screen(program.patientId, items.stream().map(DraftItem::exercise).toList());
        return new Draft(
                program.id,
                program.patientId,
                program.title,
                program.note,
                program.status,
                program.draftOpen,
                program.revision,
                program.currentVersion,
                items,
                answered(verdicts, standing(program)),
                hints,
                chart.openEpisode(program.patientId).isPresent());
    }

    /**
     * What an answer to a rule rests on: her episode, her stage, and those of her conditions that
     * the rule speaks of. Given about other facts it answers nothing: who was cleared with one
     * condition, or in one pregnancy, is not cleared with the next.
     */
    String basis(UUID patientId, String ruleId) {
        PatientFacts facts = facts(patientId);
        Stream<String> conditions =
                catalog.rule(ruleId).stream()
                        .flatMap(rule -> rule.steps().stream())
                        .flatMap(step -> step.conditions().stream())
                        .filter(facts.conditions()::contains)
                        .map(Condition::code)
                        .distinct()
                        .sorted();
        String episode = chart.openEpisode(patientId).map(e -> e.id().toString()).orElse("none");
        return Stream.concat(Stream.of(episode, facts.stage().code()), conditions)
                .collect(Collectors.joining(" "));
    }

    private List<Answer> standing(Program program) {
        return program.answers.stream()
                .filter(a -> a.givenFor.equals(basis(program.patientId, a.ruleId)))
                .map(ProgramAnswer::answer)
                .toList();
    }

    SentScreening record(UUID patientId, Draft draft) {
        LocalDate today = chart.today();
        return new SentScreening(today, facts(patientId), settings(), draft.verdicts());
    }

    private static List<Draft.Answered> answered(List<Verdict> verdicts, List<Answer> answers) {
        return verdicts.stream().map(v -> answered(v, answers)).toList();
    }

    private static Draft.Answered answered(Verdict verdict, List<Answer> answers) {
        Answer holding =
                answers.stream().filter(a -> resolves(a, verdict)).findFirst().orElse(null);
        boolean resolved =
                holding != null
                        || Screening.unresolved(List.of(verdict), List.of(), List.of()).isEmpty();
        return new Draft.Answered(verdict, holding, resolved);
    }

    /**
     * An answer to an older version of a rule answers nothing. A warning read on the plan is not
     * read on its items, of which some may have come later.
     */
    private static boolean resolves(Answer answer, Verdict verdict) {
        if (answer.ruleVersion() != verdict.ruleVersion() || verdict.effect() == Effect.ADVICE) {
            return false;
        }
        boolean read = answer.kind() == AnswerKind.ACKNOWLEDGE;
        if (read && !Objects.equals(answer.itemSlug(), verdict.itemSlug())) {
            return false;
        }
        return Screening.unresolved(
                        List.of(verdict),
                        read
                                ? List.of(new Acknowledgement(answer.ruleId(), answer.itemSlug()))
                                : List.of(),
                        read ? List.of() : List.of(override(answer)))
                .isEmpty();
    }

    static RuleOverride override(Answer answer) {
        String note = answer.clearanceNote();
        LocalDate date = answer.clearanceDate();
        return new RuleOverride(
                answer.ruleId(),
                answer.ruleVersion(),
                answer.itemSlug(),
                answer.reason() == null ? "" : answer.reason(),
                clearance(note, date));
    }

    private static RuleOverride.@Nullable Clearance clearance(
            @Nullable String note, @Nullable LocalDate date) {
        return note == null || date == null ? null : new RuleOverride.Clearance(note, date);
    }
}
