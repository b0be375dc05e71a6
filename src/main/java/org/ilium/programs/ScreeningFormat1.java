package org.ilium.programs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ilium.catalog.Effect;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.catalog.Verdict;
import org.ilium.programs.stored.ScreeningV1;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/**
 * The record of a screening to and from format 1, which has closed words by the names their
 * constants had. Whoever renames one teaches {@link #word} the old name.
 */
final class ScreeningFormat1 {

    private ScreeningFormat1() {}

    static ScreeningV1 stored(SentScreening screening) {
        return new ScreeningV1(
                screening.date(),
                stored(screening.facts()),
                screening.weeks() == null ? null : stored(screening.weeks()),
                screening.verdicts().stream().map(ScreeningFormat1::stored).toList(),
                new TreeMap<>(screening.givenFor()));
    }

    private static ScreeningV1.Facts stored(PatientFacts facts) {
        PatientFacts.Prescreen form = facts.prescreen();
        Loss loss = facts.loss();
        Map<String, LocalDate> ruledOut = new TreeMap<>();
        facts.ruledOut().forEach((condition, on) -> ruledOut.put(condition.name(), on));
        return new ScreeningV1.Facts(
                facts.stage().name(),
                facts.dueDate(),
                facts.birthDate(),
                facts.birthMode().name(),
                facts.plurality(),
                names(facts.conditions()),
                names(facts.stopSigns()),
                form == null
                        ? null
                        : new ScreeningV1.Prescreen(
                                form.form().name(), form.date(), form.outcome().name()),
                facts.birthOutcome() == null ? null : facts.birthOutcome().name(),
                loss == null
                        ? null
                        : new ScreeningV1.Loss(
                                loss.outcome().name(), loss.on(), loss.surgical(), loss.weeks()),
                ruledOut);
    }

    private static List<String> names(Collection<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).sorted().toList();
    }

    private static ScreeningV1.Weeks stored(ScreeningSettings weeks) {
        return new ScreeningV1.Weeks(
                weeks.supineWarn(),
                weeks.supineBlock(),
                weeks.previaWarn(),
                weeks.previaBlock(),
                weeks.caesareanLate(),
                weeks.lossEffort(),
                weeks.lossEffortLong(),
                weeks.lossImpact(),
                weeks.lossImpactLong());
    }

    private static ScreeningV1.Answered stored(Draft.Answered answered) {
        Verdict verdict = answered.verdict();
        Answer answer = answered.answer();
        return new ScreeningV1.Answered(
                new ScreeningV1.Verdict(
                        verdict.ruleId(),
                        verdict.ruleVersion(),
                        verdict.effect().name(),
                        verdict.itemSlug(),
                        verdict.reason(),
                        verdict.patientText(),
                        verdict.sources(),
                        verdict.absolute(),
                        verdict.chartFirst()),
                answer == null
                        ? null
                        : new ScreeningV1.Answer(
                                answer.ruleId(),
                                answer.ruleVersion(),
                                answer.itemSlug(),
                                answer.kind().name(),
                                answer.reason(),
                                answer.clearanceNote(),
                                answer.clearanceDate(),
                                answer.answeredBy(),
                                answer.answeredAt()),
                answered.resolved());
    }

    static SentScreening read(ScreeningV1 screening) {
        return new SentScreening(
                screening.date(),
                read(screening.facts()),
                screening.weeks() == null ? null : read(screening.weeks()),
                screening.verdicts().stream().map(ScreeningFormat1::read).toList(),
                screening.givenFor());
    }

    private static PatientFacts read(ScreeningV1.Facts facts) {
        ScreeningV1.Prescreen form = facts.prescreen();
        Map<Condition, LocalDate> ruledOut = new EnumMap<>(Condition.class);
        if (facts.ruledOut() != null) {
            facts.ruledOut().forEach((name, on) -> ruledOut.put(word(Condition.class, name), on));
        }
        return new PatientFacts(
                word(Stage.class, facts.stage()),
                facts.dueDate(),
                facts.birthDate(),
                word(BirthMode.class, facts.birthMode()),
                facts.plurality(),
                words(Condition.class, facts.conditions()),
                words(StopSign.class, facts.stopSigns()),
                form == null
                        ? null
                        : new PatientFacts.Prescreen(
                                word(ScreeningForm.class, form.form()),
                                form.date(),
                                word(ScreeningOutcome.class, form.outcome())),
                facts.birthOutcome() == null
                        ? null
                        : word(PregnancyOutcome.class, facts.birthOutcome()),
                read(facts.loss()),
                ruledOut);
    }

    private static @Nullable Loss read(ScreeningV1.@Nullable Loss loss) {
        return loss == null
                ? null
                : new Loss(
                        word(PregnancyOutcome.class, loss.outcome()),
                        loss.on(),
                        loss.surgical(),
                        loss.weeks());
    }

    /** The oldest rows were screened before there were weeks for a loss: with none at all. */
    private static ScreeningSettings read(ScreeningV1.Weeks weeks) {
        return new ScreeningSettings(
                weeks.supineWarn(),
                weeks.supineBlock(),
                weeks.previaWarn(),
                weeks.previaBlock(),
                weeks.caesareanLate(),
                orZero(weeks.lossEffort()),
                orZero(weeks.lossEffortLong()),
                orZero(weeks.lossImpact()),
                orZero(weeks.lossImpactLong()));
    }

    private static int orZero(@Nullable Integer week) {
        return week == null ? 0 : week;
    }

    private static Draft.Answered read(ScreeningV1.Answered answered) {
        ScreeningV1.Verdict verdict = answered.verdict();
        ScreeningV1.Answer answer = answered.answer();
        return new Draft.Answered(
                new Verdict(
                        verdict.ruleId(),
                        verdict.ruleVersion(),
                        word(Effect.class, verdict.effect()),
                        verdict.itemSlug(),
                        verdict.reason(),
                        verdict.patientText(),
                        verdict.sources(),
                        verdict.absolute(),
                        verdict.chartFirst()),
                answer == null
                        ? null
                        : new Answer(
                                answer.ruleId(),
                                answer.ruleVersion(),
                                answer.itemSlug(),
                                word(AnswerKind.class, answer.kind()),
                                answer.reason(),
                                answer.clearanceNote(),
                                answer.clearanceDate(),
                                answer.answeredBy(),
                                answer.answeredAt()),
                answered.resolved());
    }

    private static <E extends Enum<E>> Set<E> words(Class<E> type, List<String> names) {
        EnumSet<E> words = EnumSet.noneOf(type);
        names.forEach(name -> words.add(word(type, name)));
        return words;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String name) {
        return Enum.valueOf(type, name);
    }
}
