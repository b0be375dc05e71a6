package org.ilium.booking.api;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.web.Problem;

/**
 * What somebody who answered yes to a question is told instead of a booking, by page and JSON
 * alike. The words are a draft for a licensed therapist to sign off.
 */
@TemplateData
public record StopAdvice(Urgency urgency, String title, String why, List<Step> now) {

    public static final String AFTERWARDS =
            "We have not booked a call. Once someone has checked you, we are glad to help";

    /** Whom to call first. */
    enum Urgency {
        /** The emergency number, at once. */
        EMERGENCY,
        /** Her own doctor or midwife, today. */
        DOCTOR;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One thing to do; {@code call} is a number for {@code tel:}, empty for none. */
    @TemplateData
    record Step(String action, String before, String call, String after) {

        /** The step as one text. */
        public String text() {
            return action + " " + before + call + after;
        }
    }

    /** The same as a problem: 422, with the urgency and what to do now for a program to show. */
    Problem problem() {
        List<String> steps = now.stream().map(Step::text).toList();
        String detail =
                Stream.of(Stream.of(why), steps.stream(), Stream.of(AFTERWARDS + "."))
                        .flatMap(texts -> texts)
                        .collect(Collectors.joining(" "));
        return Problem.of(422, "red-flag", title, detail)
                .with(Map.of("urgency", urgency.code(), "now", steps));
    }

    private static final Step CALL_911 =
            new Step(
                    "Call your local emergency number.",
                    "In the United States it is ",
                    "911",
                    ". Tell them what you feel, and if you are pregnant or were in the last year.");
    private static final Step CALL_988 =
            new Step(
                    "If you think about hurting yourself or someone else,",
                    "you can also call or text ",
                    "988",
                    " in the United States, at any hour. You are not alone, and this can get"
                            + " better.");
    private static final Step NOT_ALONE =
            new Step("Do not drive yourself.", "Stay with someone if you can.", "", "");
    private static final List<Step> CALL_HER_DOCTOR =
            List.of(
                    new Step(
                            "Call your OB, midwife or doctor.",
                            "Tell them what you feel. Call at night too.",
                            "",
                            ""),
                    new Step(
                            "If you cannot reach them,",
                            "go to the nearest emergency room, or to the hospital that knows"
                                    + " you.",
                            "",
                            ""),
                    new Step(
                            "If it gets worse,",
                            "or you are afraid, call your local emergency number. In the United"
                                    + " States it is ",
                            "911",
                            "."));

    /** For at least one raised flag; the most urgent of them counts. */
    public static StopAdvice of(Set<RedFlag> raised) {
        if (raised.stream().noneMatch(RedFlag::emergency)) {
            return new StopAdvice(
                    Urgency.DOCTOR,
                    "Please call your doctor or midwife first",
                    "What you told us needs a check before we can help. It may be fine, but please"
                            + " do not wait for a call from us.",
                    CALL_HER_DOCTOR);
        }
        List<Step> now = new ArrayList<>(List.of(CALL_911));
        if (raised.contains(RedFlag.HARM)) {
            now.add(CALL_988);
        }
        now.add(NOT_ALONE);
        return new StopAdvice(
                Urgency.EMERGENCY,
                "Please get help right now",
                "What you told us can be an emergency. It may be fine, but someone needs to check"
                        + " you now.",
                List.copyOf(now));
    }
}
