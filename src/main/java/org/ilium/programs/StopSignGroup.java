package org.ilium.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stop signs that ask for the same action, such as "Stop and call your care team" if "you have
 * belly pain.". A sentence that is not built so stands alone, with an empty action.
 */
public record StopSignGroup(String action, List<String> signs) {

    private static final String IF = " if ";

    public StopSignGroup {
        signs = List.copyOf(signs);
    }

    /** The sentences grouped, the most urgent action first; no sentence is lost. */
    public static List<StopSignGroup> of(List<String> sentences) {
        Map<String, List<String>> byAction = new LinkedHashMap<>();
        for (String sentence : sentences) {
            int cut = sentence.indexOf(IF);
            String action = cut < 0 ? "" : sentence.substring(0, cut);
            String sign = cut < 0 ? sentence : sentence.substring(cut + IF.length());
            byAction.computeIfAbsent(action, a -> new ArrayList<>()).add(sign);
        }
        List<StopSignGroup> groups = new ArrayList<>();
        byAction.forEach((action, signs) -> groups.add(new StopSignGroup(action, signs)));
        groups.sort((a, b) -> Boolean.compare(b.urgent(), a.urgent()));
        return groups;
    }

    private boolean urgent() {
        return action.contains("emergency");
    }
}
