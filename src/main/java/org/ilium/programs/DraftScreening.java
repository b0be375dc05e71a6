package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.ilium.catalog.Acknowledgement;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.Gates;
import org.ilium.catalog.HurtingWords;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.RuleOverride;
import org.ilium.catalog.RuleStep;
import org.ilium.catalog.SafetyRule;
import org.ilium.catalog.Screening;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.catalog.Verdict;
import org.ilium.catalog.WeekSettings;
import org.ilium.patients.EpisodeInfo;
import org.ilium.shared.pregnancy.SaidStage;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.Wording;
import org.jspecify.annotations.Nullable;

/** Screens items against a patient's facts of today, and says which verdicts are answered. */
@ApplicationScoped
public class DraftScreening {

    /** Adherence falls as the count rises; more than this is remarked on. */
    static final int MANY = 5;

    /** What a program is called until its therapist gives it a name. */
    static final String UNTITLED = "Home program";

    /** About as long as from one prenatal visit to the next. */
    private static final int WEEK_ASKED_DAYS = 28;

    private final ExerciseCatalog catalog;
    private final Screening screening;
    private final WeekSettings weeks;
    private final PatientChart chart;
    private final VersionStore versions;

    DraftScreening(
            ExerciseCatalog catalog,
            Screening screening,
            WeekSettings weeks,
            PatientChart chart,
            VersionStore versions) {
        this.catalog = catalog;
        this.screening = screening;
        this.weeks = weeks;
        this.chart = chart;
        this.versions = versions;
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
        return screen(items, facts(patientId), patientId);
    }

    private List<Verdict> screen(List<Exercise> items, PatientFacts facts, UUID patientId) {
        SaidStage said = chart.said(patientId);
        return screening.screen(items, facts, said, chart.today(), settings());
    }

    /** The templates that suit her; while her chart does not say, those that suit everybody. */
    List<ProgramTemplate> offered(UUID patientId) {
        Set<Wording> may =
                chart.facts(patientId)
                        .map(facts -> EnumSet.of(facts.wording()))
                        .orElse(EnumSet.allOf(Wording.class));
        return Arrays.stream(ProgramTemplate.values())
                .filter(template -> may.stream().allMatch(template::isOfferedTo))
                .toList();
    }

    /** The title, but for that of a template that would hurt her now. */
    String fitting(String title, UUID patientId) {
        List<ProgramTemplate> called =
                Arrays.stream(ProgramTemplate.values())
                        .filter(template -> template.title().equals(title))
                        .toList();
        // the chart is asked only about the titles it can speak against
        return called.isEmpty() || offered(patientId).containsAll(called) ? title : UNTITLED;
    }

    /** As she may read it: what happened since an open draft was begun may make it hurt. */
    String title(Program program) {
        return program.draftOpen ? fitting(program.title, program.patientId) : program.title;
    }

    Draft draft(Program program) {
        String title = title(program);
        PatientFacts facts = facts(program.patientId);
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
        Set<String> hurting = HurtingWords.in(ownWords(title, program));
        if (!hurting.isEmpty() && facts.wording() == Wording.AFTER_LOSS) {
            hints.add(
                    "She lost a pregnancy, and what you wrote says “%s”. She reads it."
                            .formatted(String.join("”, “", hurting)));
        }
        leftOut(program, facts).ifPresent(hints::add);
        List<Verdict> verdicts =
                screen(items.stream().map(DraftItem::exercise).toList(), facts, program.patientId);
        return new Draft(
                program.id,
                program.patientId,
                title,
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

    /** What the therapist wrote before the loss is not carried on; she must know that it was. */
    private Optional<String> leftOut(Program program, PatientFacts facts) {
        Integer current = program.currentVersion;
        boolean says =
                program.note != null || program.items.stream().anyMatch(item -> item.note != null);
        if (current == null
                || !program.draftOpen
                || says
                || facts.wording() != Wording.AFTER_LOSS) {
            return Optional.empty();
        }
        return versions.find(program.id, current)
                .filter(sent -> sent.screening().facts().wording() != Wording.AFTER_LOSS)
                .filter(sent -> hasWords(sent.plan().content()))
                .map(
                        sent ->
                                "What you wrote in version %d, before the loss, is left out here: its title, note or notes on exercises. Read it there, and write anew what still holds."
                                        .formatted(current));
    }

    private static boolean hasWords(PlanContent content) {
        return content.note() != null
                || !content.title().equals(UNTITLED)
                || content.items().stream().anyMatch(item -> item.note() != null);
    }

    private static Stream<@Nullable String> ownWords(String title, Program program) {
        Stream<@Nullable String> ofItems =
                program.items.stream().flatMap(item -> Stream.of(item.note, item.dosage().note()));
        return Stream.concat(Stream.of(title, program.note), ofItems);
    }

    /** See {@link AnswerBasis}. */
    String basis(UUID patientId, String ruleId) {
        return basis(chart.openEpisode(patientId).orElse(null), ruleId);
    }

    /** The same of an episode as it is or was. */
    String basis(@Nullable EpisodeInfo episode, String ruleId) {
        return switch (ruleId) {
            case Gates.BORN -> AnswerBasis.ofDay(episode, chart.today());
            case Gates.SAID -> AnswerBasis.ofSaid(episode, said(episode));
            default ->
                    isWithoutWeek(ruleId, episode)
                            ? AnswerBasis.ofDay(episode, chart.today())
                            : AnswerBasis.of(steps(ruleId), takesClearance(ruleId), episode);
        };
    }

    private @Nullable SaidStage said(@Nullable EpisodeInfo episode) {
        return episode == null ? null : chart.said(episode.patientId());
    }

    /** As long as no due date is known, nothing else tells that she may have given birth. */
    private static boolean isWithoutWeek(String ruleId, @Nullable EpisodeInfo episode) {
        return ruleId.equals(Gates.FACT_WEEK)
                && (episode == null
                        || episode.stage() == Stage.PREGNANT && episode.dueDate() == null);
    }

    /** Whether an answer given for those facts holds for these. */
    boolean holds(String givenFor, @Nullable EpisodeInfo episode, String ruleId) {
        return switch (ruleId) {
            case Gates.BORN -> AnswerBasis.isOfDays(givenFor, episode, chart.today(), 1);
            case Gates.SAID -> givenFor.equals(AnswerBasis.ofSaid(episode, said(episode)));
            default ->
                    isWithoutWeek(ruleId, episode)
                            ? AnswerBasis.isOfDays(
                                    givenFor, episode, chart.today(), WEEK_ASKED_DAYS)
                            : AnswerBasis.isSame(
                                    givenFor, steps(ruleId), takesClearance(ruleId), episode);
        };
    }

    private boolean takesClearance(String ruleId) {
        return catalog.rule(ruleId).filter(SafetyRule::absolute).isPresent()
                || steps(ruleId).stream().anyMatch(RuleStep::clearance);
    }

    private List<RuleStep> steps(String ruleId) {
        return catalog.rule(ruleId).map(SafetyRule::steps).orElse(List.of());
    }

    /** The day of the questionnaire whose concerns an answer to that rule clears; null for none. */
    @Nullable LocalDate cleared(UUID patientId, String ruleId) {
        PatientFacts.Prescreen form = facts(patientId).prescreen();
        return form != null && steps(ruleId).stream().anyMatch(RuleStep::clearance)
                ? form.date()
                : null;
    }

    private List<Answer> standing(Program program) {
        EpisodeInfo episode = chart.openEpisode(program.patientId).orElse(null);
        return program.answers.stream()
                .filter(a -> holds(a.givenFor, episode, a.ruleId))
                .map(ProgramAnswer::answer)
                .toList();
    }

    SentScreening record(UUID patientId, Draft draft) {
        EpisodeInfo episode = chart.openEpisode(patientId).orElse(null);
        Map<String, String> givenFor = new TreeMap<>();
        draft.verdicts().stream()
                .filter(answered -> answered.answer() != null)
                .map(answered -> answered.verdict().ruleId())
                .forEach(rule -> givenFor.put(rule, basis(episode, rule)));
        return new SentScreening(
                chart.today(), facts(patientId), settings(), draft.verdicts(), givenFor);
    }

    private static List<Draft.Answered> answered(List<Verdict> verdicts, List<Answer> answers) {
        return verdicts.stream().map(v -> answered(v, answers)).toList();
    }

    static Draft.Answered answered(Verdict verdict, List<Answer> answers) {
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
