package org.ilium.programs;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.catalog.RuleStep;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.ReportedStopSign;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What an answer to a rule rests on: her episode, her stage, those of her conditions that the rule
 * speaks of, and the very reports of its stop signs. Given about other facts it answers nothing:
 * who was cleared with one condition, in one pregnancy or after one bleeding is not cleared with
 * the next.
 */
final class AnswerBasis {

    private AnswerBasis() {}

    /**
     * In words to be compared; without an episode, of the most careful facts there are: pregnant,
     * nothing else known.
     */
    static String of(List<RuleStep> rule, @Nullable EpisodeInfo episode) {
        if (episode == null) {
            return "none " + Stage.PREGNANT.code();
        }
        Stream<String> reports =
                episode.stopSigns().stream()
                        .filter(r -> rule.stream().anyMatch(s -> s.signs().contains(r.sign())))
                        .map(ReportedStopSign::id)
                        .map(UUID::toString)
                        .sorted();
        Stream<String> known = conditions(rule, episode.conditions());
        Stream<String> who = Stream.of(episode.id().toString(), episode.stage().code());
        return Stream.of(who, known, reports)
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
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
