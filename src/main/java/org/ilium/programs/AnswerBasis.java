package org.ilium.programs;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.catalog.RuleStage;
import org.ilium.catalog.RuleStep;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.ReportedStopSign;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.SaidStage;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What an answer to a rule rests on: her episode, her stage, those of her conditions that the rule
 * speaks of, and the very reports of its stop signs. Given about other facts it answers nothing:
 * who was cleared with one condition, in one pregnancy or after one bleeding is not cleared with
 * the next. What was cleared rests on the pregnancy itself too, whatever the rule speaks of.
 */
final class AnswerBasis {

    private AnswerBasis() {}

    /** Answers from before the dates and the loss itself were part of it have no such beginning. */
    private static final String WITH_DATES = "2 ";

    /**
     * In words to be compared; without an episode, of the most careful facts there are: pregnant,
     * nothing else known. A rule that is none of the catalog's, such as a gate, has no steps and
     * may rest on any date. {@code cleared} is whether its block takes a clearance.
     */
    static String of(List<RuleStep> rule, boolean cleared, @Nullable EpisodeInfo episode) {
        if (episode == null) {
            return "none " + Stage.PREGNANT.code();
        }
        String which = cleared ? pregnancy(episode) : "";
        return WITH_DATES + which + dated(rule, episode) + first(rule, episode);
    }

    /**
     * Whether what was answered about these facts still is; as it was compared when it was given. A
     * clearance that does not say for which pregnancy it was given is asked for again.
     */
    static boolean isSame(
            String givenFor, List<RuleStep> rule, boolean cleared, @Nullable EpisodeInfo episode) {
        return givenFor.equals(of(rule, cleared, episode))
                || episode != null
                        && !cleared
                        && !givenFor.startsWith(WITH_DATES)
                        && givenFor.equals(first(rule, episode));
    }

    /** Told apart by its due date and by what ended last. */
    private static String pregnancy(EpisodeInfo episode) {
        LocalDate due = episode.stage() == Stage.PREGNANT ? episode.dueDate() : null;
        LocalDate lost = episode.loss() == null ? null : episode.loss().on();
        return "pregnancy %s %s %s ".formatted(due, episode.birthDate(), lost);
    }

    /** The facts that weeks are counted from: corrected, another answer may be right. */
    private static String dated(List<RuleStep> rule, EpisodeInfo episode) {
        boolean any = rule.isEmpty();
        boolean counts = any || rule.stream().anyMatch(RuleStep::dependsOnWeek);
        StringBuilder words = new StringBuilder();
        if (counts && episode.stage() == Stage.PREGNANT) {
            words.append("due ").append(episode.dueDate()).append(' ');
        }
        if (episode.birthDate() != null && (any || speaksOf(rule, RuleStage.POSTPARTUM))) {
            words.append("born ")
                    .append(episode.birthDate())
                    .append(' ')
                    .append(episode.birthMode().code())
                    .append(' ');
        }
        Loss loss = episode.loss();
        if (loss != null && (any || speaksOf(rule, RuleStage.AFTER_LOSS))) {
            words.append("lost ")
                    .append(loss.outcome().code())
                    .append(' ')
                    .append(loss.weeks())
                    .append(' ')
                    .append(loss.surgical())
                    .append(' ');
        }
        if (episode.plurality() > 1) {
            words.append("babies ").append(episode.plurality()).append(' ');
        }
        return words.toString();
    }

    private static String first(List<RuleStep> rule, EpisodeInfo episode) {
        Stream<String> reports =
                episode.stopSigns().stream()
                        .filter(r -> rule.stream().anyMatch(s -> s.signs().contains(r.sign())))
                        .map(ReportedStopSign::id)
                        .map(UUID::toString)
                        .sorted();
        Stream<String> known = conditions(rule, episode.conditions());
        Stream<String> who = Stream.of(episode.id().toString(), episode.stage().code());
        return Stream.of(
                        who,
                        known,
                        reports,
                        ended(rule, episode),
                        asked(rule, episode),
                        form(rule, episode))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    /** The question whether she is still pregnant is answered for some days from this one on. */
    static String ofDay(@Nullable EpisodeInfo episode, LocalDate day) {
        return of(List.of(), false, episode) + " " + day;
    }

    /** Whether it was given about these facts on one of so many days up to this one. */
    static boolean isOfDays(
            String givenFor, @Nullable EpisodeInfo episode, LocalDate today, int days) {
        String facts = ofDay(episode, today).replaceFirst(" \\S+$", " ");
        return Stream.iterate(today, day -> day.minusDays(1))
                .limit(days)
                .anyMatch(day -> givenFor.equals(facts + day));
    }

    /** Rests on her own word too: when she says something else, it is asked again. */
    static String ofSaid(@Nullable EpisodeInfo episode, @Nullable SaidStage said) {
        String words =
                said == null
                        ? "nothing"
                        : "%s %s %s".formatted(said.stage().code(), said.weeks(), said.on());
        return of(List.of(), false, episode) + " said " + words;
    }

    /** What the weeks of the rule are counted from: with another, or with none, it is another. */
    private static Stream<String> ended(List<RuleStep> rule, EpisodeInfo episode) {
        Loss loss = episode.loss();
        boolean counts = rule.stream().anyMatch(RuleStep::dependsOnWeek);
        Stream<String> unknown =
                counts && episode.stage() == Stage.PREGNANT && episode.dueDate() == null
                        ? Stream.of("week-unknown")
                        : Stream.of();
        Stream<String> lost =
                loss != null && speaksOf(rule, RuleStage.AFTER_LOSS)
                        ? Stream.of("loss " + loss.on())
                        : Stream.of();
        boolean earlier = episode.stage() != Stage.POSTPARTUM && episode.birthDate() != null;
        Stream<String> born =
                earlier && speaksOf(rule, RuleStage.POSTPARTUM)
                        ? Stream.of("birth " + episode.birthDate())
                        : Stream.of();
        return Stream.of(unknown, lost, born).flatMap(words -> words);
    }

    private static boolean speaksOf(List<RuleStep> rule, RuleStage stage) {
        return rule.stream().anyMatch(s -> s.stages().contains(stage));
    }

    /** A warning that nobody asked is another one than that of what was found. */
    private static Stream<String> asked(List<RuleStep> rule, EpisodeInfo episode) {
        return rule.stream()
                .flatMap(step -> step.notAsked().stream())
                .distinct()
                .filter(episode.stillRuledOut()::contains)
                .map(condition -> "no-" + condition.code())
                .sorted();
    }

    /** Concerns are cleared for the questionnaire that found them. */
    private static Stream<String> form(List<RuleStep> rule, EpisodeInfo episode) {
        EpisodeInfo.Screening latest = episode.latestScreening();
        boolean cleared = rule.stream().anyMatch(RuleStep::clearance);
        return latest != null && cleared ? Stream.of("form " + latest.takenOn()) : Stream.of();
    }

    private static Stream<String> conditions(List<RuleStep> rule, Set<Condition> hers) {
        return rule.stream()
                .flatMap(step -> step.conditions().stream())
                .filter(hers::contains)
                .map(Condition::code)
                .distinct()
                .sorted();
    }
}
