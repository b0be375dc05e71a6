package org.ilium.catalog;

import java.util.List;
import org.ilium.shared.pregnancy.Coded;

/**
 * The name of a week number a clinic may change, as the rule file refers to it. A clinic may always
 * be more careful; less careful only as far as sources dispute the number.
 */
public enum WeekSetting implements Coded {
    SUPINE_WARN(
            "supine-warn",
            "Lying on the back: warn from week",
            14,
            0,
            28,
            "One source says to stop after the first trimester, one not for long after 16 weeks.",
            List.of("MAYO", "NHS-WLON")),
    SUPINE_BLOCK(
            "supine-block",
            "Lying on the back: block from week",
            20,
            0,
            28,
            "About 20 weeks, read only in summaries. The Canadian guideline goes by symptoms,"
                    + " which block at any week here.",
            List.of("ACOG804-2", "CSEP19")),
    PREVIA_WARN(
            "previa-warn",
            "Placenta previa: warn from week",
            26,
            0,
            28,
            "26 weeks in a list whose original was not read.",
            List.of("ACOG-LIST-2")),
    PREVIA_BLOCK(
            "previa-block",
            "Placenta previa: block from week",
            28,
            0,
            28,
            "From 28 weeks the guideline rules exercise out.",
            List.of("CSEP19")),
    CAESAREAN_LATE(
            "caesarean-late",
            "High effort after a cesarean: warn before week",
            12,
            6,
            52,
            "Three to four months; 12 weeks is the near end.",
            List.of("HSE-CS")),
    LOSS_EFFORT(
            "loss-effort",
            "Strong effort after an early loss without surgery: warn before week",
            2,
            0,
            52,
            "Before 14 weeks of pregnancy and without surgery. No source was read: a default to"
                    + " sign off.",
            List.of("PT-PRACTICE")),
    LOSS_EFFORT_LONG(
            "loss-effort-long",
            "Strong effort after another loss: warn before week",
            6,
            0,
            52,
            "From 14 weeks of pregnancy, after surgery, or when either is not recorded; as after a"
                    + " birth. No source was read: a default to sign off.",
            List.of("PT-PRACTICE")),
    LOSS_IMPACT(
            "loss-impact",
            "Running and jumping after an early loss without surgery: warn before week",
            6,
            0,
            52,
            "Before 14 weeks of pregnancy and without surgery. No source was read: a default to"
                    + " sign off.",
            List.of("PT-PRACTICE")),
    LOSS_IMPACT_LONG(
            "loss-impact-long",
            "Running and jumping after another loss: warn before week",
            12,
            0,
            52,
            "From 14 weeks of pregnancy, after surgery, or when either is not recorded; as after a"
                    + " birth.",
            List.of("PT-PRACTICE", "GOOM19"));

    private static final String NOT_BEFORE_ITS_WARNING =
            "Nothing is blocked before it is warned of.";
    private static final String NOT_SOONER =
            "Recovery is not shorter than after an early loss without surgery.";
    private static final String IMPACT_LATER =
            "Running and jumping do not come before strong effort.";

    /** Every two numbers of which the second must not be less than the first. */
    static final List<InOrder> IN_ORDER =
            List.of(
                    new InOrder(SUPINE_WARN, SUPINE_BLOCK, NOT_BEFORE_ITS_WARNING),
                    new InOrder(PREVIA_WARN, PREVIA_BLOCK, NOT_BEFORE_ITS_WARNING),
                    new InOrder(LOSS_EFFORT, LOSS_EFFORT_LONG, NOT_SOONER),
                    new InOrder(LOSS_IMPACT, LOSS_IMPACT_LONG, NOT_SOONER),
                    new InOrder(LOSS_EFFORT, LOSS_IMPACT, IMPACT_LATER),
                    new InOrder(LOSS_EFFORT_LONG, LOSS_IMPACT_LONG, IMPACT_LATER));

    /** Two numbers and, in a sentence, why the second must not be less than the first. */
    record InOrder(WeekSetting first, WeekSetting second, String why) {}

    private final String code;
    private final String label;
    private final int standard;
    private final int least;
    private final int most;
    private final String basis;
    private final List<String> sources;

    WeekSetting(
            String code,
            String label,
            int standard,
            int least,
            int most,
            String basis,
            List<String> sources) {
        this.code = code;
        this.label = label;
        this.standard = standard;
        this.least = least;
        this.most = most;
        this.basis = basis;
        this.sources = sources;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** What JSON and forms call it. */
    public String field() {
        StringBuilder name = new StringBuilder();
        for (String word : code.split("-")) {
            name.append(
                    name.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** The default, in completed weeks. */
    public int standard() {
        return standard;
    }

    /** The smallest week a clinic may set. */
    public int least() {
        return least;
    }

    /** The greatest week a clinic may set. */
    public int most() {
        return most;
    }

    /** What the default rests on, in a sentence; a draft for a licensed therapist. */
    public String basis() {
        return basis;
    }

    /** Keys of the catalog's sources for the default. */
    public List<String> sources() {
        return sources;
    }
}
