package org.ilium.programs.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ilium.catalog.Verdict;

/**
 * What has to be done before a draft can be sent, told apart by who can do it: {@code answers} wait
 * for a word of the therapist, {@code comeOut} are on exercises that no answer keeps in the
 * program, {@code chart} are contradictions of the chart.
 */
record StillToDo(List<Verdict> answers, List<Verdict> comeOut, List<Verdict> chart) {

    static StillToDo of(Collection<Verdict> unresolved) {
        List<Verdict> comeOut =
                unresolved.stream().filter(v -> v.chartFirst() && !v.planLevel()).toList();
        Set<String> leaving = new HashSet<>(slugs(comeOut));
        return new StillToDo(
                unresolved.stream()
                        .filter(v -> !v.chartFirst())
                        // nobody has to answer for what leaves the program anyway
                        .filter(v -> v.planLevel() || !leaving.contains(v.itemSlug()))
                        .toList(),
                comeOut,
                unresolved.stream().filter(v -> v.chartFirst() && v.planLevel()).toList());
    }

    boolean isNothing() {
        return answers.isEmpty() && comeOut.isEmpty() && chart.isEmpty();
    }

    /** How much of each, as it stands beside the send button. */
    String counted() {
        List<String> sentences = new ArrayList<>();
        int open = answers.size();
        if (open > 0) {
            sentences.add(
                    open == 1
                            ? "1 warning needs your answer."
                            : open + " warnings need your answer.");
        }
        int leaving = slugs(comeOut).size();
        if (leaving > 0) {
            sentences.add(
                    leaving == 1
                            ? "1 exercise must come out."
                            : leaving + " exercises must come out.");
        }
        if (!chart.isEmpty()) {
            sentences.add("The chart must be put right first.");
        }
        return String.join(" ", sentences);
    }

    /** Which rules want which, as it is told to whoever tried to send. */
    String told() {
        List<String> sentences = new ArrayList<>();
        if (!answers.isEmpty()) {
            sentences.add("Answer each safety warning first: " + rules(answers) + ".");
        }
        if (!comeOut.isEmpty()) {
            sentences.add(
                    "Take out first what no answer keeps in the program: "
                            + String.join(", ", slugs(comeOut))
                            + " ("
                            + rules(comeOut)
                            + ").");
        }
        if (!chart.isEmpty()) {
            sentences.add("Put the chart right first, no answer lifts this: " + rules(chart) + ".");
        }
        return String.join(" ", sentences);
    }

    private static List<String> slugs(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::itemSlug)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String rules(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::ruleId).distinct().collect(Collectors.joining(", "));
    }
}
