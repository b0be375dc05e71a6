package org.ilium.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stop signs that ask for the same action, such as "Stop and call your care team" if "you have a
 * fever.". A sentence that is not built so stands alone, with an empty action.
 */
public record StopSignGroup(String action, List<String> signs) {

    private static final String IF = " if ";
    private static final String EMERGENCY = "emergency";
    private static final String LIFELINE = "988";
    private static final String HELP = "for help";

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
        groups.sort(Comparator.comparingInt(StopSignGroup::rank));
        return groups;
    }

    /** Whether the clinic is whom to call. */
    public boolean callsUs() {
        return action.contains("care team");
    }

    /** The short number that the action names, for {@code tel:}; empty when it names none. */
    public String number() {
        return action.contains(EMERGENCY) || action.contains(HELP)
                ? "911"
                : action.contains(LIFELINE) ? LIFELINE : "";
    }

    private int rank() {
        if (action.contains(EMERGENCY)) {
            return 0;
        }
        return action.contains(HELP) ? 1 : action.contains(LIFELINE) ? 2 : 3;
    }
}
