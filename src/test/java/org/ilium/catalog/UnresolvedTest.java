package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Effect.ADVICE;
import static org.ilium.catalog.Effect.BLOCK;
import static org.ilium.catalog.Effect.WARN;

import java.time.LocalDate;
import java.util.List;
import org.ilium.catalog.RuleOverride.Clearance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnresolvedTest {

    private static final String REASON = "Agreed with her midwife";
    private static final Clearance CLEARANCE =
            new Clearance("Dr. Demo, by phone", LocalDate.of(2026, 3, 1));
    private static final Verdict SUPINE = verdict("POS-SUPINE", BLOCK, "glute-bridge", false);
    private static final Verdict ABSOLUTE = verdict("ABS-ROM", BLOCK, "walking", true);

    @Test
    void adviceNeverStopsSending() {
        assertThat(unresolved(verdict("ACT-TALK", ADVICE, null, false))).isEmpty();
    }

    @Test
    void aWarningStopsUntilItIsAcknowledged() {
        Verdict warning = verdict("WRIST", WARN, "cat-cow", false);

        assertThat(unresolved(warning)).containsExactly(warning);
        assertThat(acknowledged(warning, new Acknowledgement("WRIST", "cat-cow"))).isEmpty();
        assertThat(acknowledged(warning, new Acknowledgement("WRIST", null))).isEmpty();
        assertThat(acknowledged(warning, new Acknowledgement("WRIST", "bird-dog")))
                .containsExactly(warning);
        assertThat(acknowledged(warning, new Acknowledgement("DRA-DOME", null)))
                .containsExactly(warning);
    }

    @Test
    void aPlansWarningIsNotAnsweredForAnItem() {
        Verdict warning = verdict("FACT-WEEK", WARN, null, false);

        assertThat(acknowledged(warning, new Acknowledgement("FACT-WEEK", "cat-cow")))
                .containsExactly(warning);
    }

    @Test
    void aBlockIsNotAcknowledgedAway() {
        assertThat(acknowledged(SUPINE, new Acknowledgement("POS-SUPINE", null)))
                .containsExactly(SUPINE);
    }

    @Test
    void aBlockTakesAReasonOfTenCharactersNotCountingBlanks() {
        assertThat(overridden(SUPINE, reason("123456789"))).containsExactly(SUPINE);
        assertThat(overridden(SUPINE, reason("1234567890"))).isEmpty();
        assertThat(overridden(SUPINE, reason("a    b    c    d"))).containsExactly(SUPINE);
        assertThat(
                        overridden(
                                SUPINE,
                                reason("\u00a0\u2003\u200b\u200b\u200b\u200b\u200b\u200b  x")))
                .containsExactly(SUPINE);
    }

    @Test
    void anOverrideIsForItsOwnRuleVersionAndItem() {
        assertThat(overridden(SUPINE, override("POS-PRONE", 1, "glute-bridge", null)))
                .containsExactly(SUPINE);
        assertThat(overridden(SUPINE, override("POS-SUPINE", 2, "glute-bridge", null)))
                .containsExactly(SUPINE);
        assertThat(overridden(SUPINE, override("POS-SUPINE", 1, "heel-slide", null)))
                .containsExactly(SUPINE);
        assertThat(overridden(SUPINE, override("POS-SUPINE", 1, null, null)))
                .containsExactly(SUPINE);
    }

    @Test
    void anAbsoluteBlockTakesClearanceAsWell() {
        Clearance blank = new Clearance("  ", LocalDate.of(2026, 3, 1));

        assertThat(overridden(ABSOLUTE, override("ABS-ROM", 1, "walking", null)))
                .containsExactly(ABSOLUTE);
        assertThat(overridden(ABSOLUTE, override("ABS-ROM", 1, "walking", blank)))
                .containsExactly(ABSOLUTE);
        assertThat(overridden(ABSOLUTE, override("ABS-ROM", 1, "walking", CLEARANCE))).isEmpty();
    }

    @Test
    void oneAnswerToAnAbsoluteRuleCoversEveryItem() {
        assertThat(overridden(ABSOLUTE, override("ABS-ROM", 1, null, CLEARANCE))).isEmpty();
    }

    @Test
    void aBlockOnThePlanIsAnsweredOnThePlan() {
        Verdict stop = verdict("STOP-CHEST", BLOCK, null, false);

        assertThat(overridden(stop, override("STOP-CHEST", 1, "walking", null)))
                .containsExactly(stop);
        assertThat(overridden(stop, override("STOP-CHEST", 1, null, null))).isEmpty();
    }

    private static List<Verdict> unresolved(Verdict verdict) {
        return Screening.unresolved(List.of(verdict), List.of(), List.of());
    }

    private static List<Verdict> acknowledged(Verdict verdict, Acknowledgement answer) {
        return Screening.unresolved(List.of(verdict), List.of(answer), List.of());
    }

    private static List<Verdict> overridden(Verdict verdict, RuleOverride answer) {
        return Screening.unresolved(List.of(verdict), List.of(), List.of(answer));
    }

    private static RuleOverride reason(String reason) {
        return new RuleOverride("POS-SUPINE", 1, "glute-bridge", reason, null);
    }

    private static RuleOverride override(
            String rule, int version, @Nullable String slug, @Nullable Clearance clearance) {
        return new RuleOverride(rule, version, slug, REASON, clearance);
    }

    private static Verdict verdict(
            String rule, Effect effect, @Nullable String slug, boolean absolute) {
        return new Verdict(
                rule, 1, effect, slug, "Because.", null, List.of("CSEP19"), absolute, false);
    }
}
