package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.catalog.Patients.CATALOG;
import static org.ilium.catalog.Patients.DEFAULTS;
import static org.ilium.catalog.Patients.SCREENING;
import static org.ilium.catalog.Patients.TODAY;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Phase;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

class ScreeningPropertyTest {

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void oneMoreConditionNeverWeakensAnything(
            @ForAll("patients") PatientFacts facts,
            @ForAll("plans") List<Exercise> plan,
            @ForAll Condition added) {
        Set<Condition> more = new HashSet<>(facts.conditions());
        more.add(added);

        neverWeaker(plan, facts, facts.withConditions(more));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void oneMoreStopSignNeverWeakensAndAlwaysBlocks(
            @ForAll("patients") PatientFacts facts,
            @ForAll("plans") List<Exercise> plan,
            @ForAll StopSign added) {
        Set<StopSign> more = new HashSet<>(facts.stopSigns());
        more.add(added);

        neverWeaker(plan, facts, facts.withStopSigns(more));
        assertThat(strongest(plan, facts.withStopSigns(more))).contains(Effect.BLOCK);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void anUnknownDateNeverPasses(
            @ForAll("patients") PatientFacts facts, @ForAll("plans") List<Exercise> plan) {
        PatientFacts unknown = dates(facts, null, null);

        if (facts.stage() != Stage.NEITHER) {
            assertThat(strongest(plan, unknown).orElseThrow()).isGreaterThanOrEqualTo(Effect.WARN);
        }
    }

    /** Whatever some week would warn of or block, an unknown week warns of at least. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anItemThatSomeWeekStopsIsStoppedWhenTheWeekIsUnknown(
            @ForAll("patients") PatientFacts facts, @ForAll("items") Exercise item) {
        if (facts.stage() == Stage.NEITHER) {
            return;
        }
        boolean someWeekStops = false;
        for (int day = 0; day <= 300; day++) {
            PatientFacts then = dates(facts, TODAY.plusDays(280 - day), TODAY.minusDays(day));
            someWeekStops |= ofItem(item, then).isPresent();
        }
        if (someWeekStops) {
            assertThat(ofItem(item, dates(facts, null, null)).orElseThrow())
                    .isGreaterThanOrEqualTo(Effect.WARN);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aSwapIsNoLouderSharesARegionAndIsNeitherBlockedNorGated(
            @ForAll("patients") PatientFacts facts, @ForAll("items") Exercise item) {
        List<Exercise> swaps = SCREENING.swapsFor(item, facts, TODAY, DEFAULTS);

        assertThat(swaps).hasSizeLessThanOrEqualTo(3).doesNotContain(item);
        for (Exercise swap : swaps) {
            assertThat(swap.kind().loudness()).isLessThanOrEqualTo(item.kind().loudness());
            assertThat(swap.bodyRegions()).containsAnyElementsOf(item.bodyRegions());
            assertThat(rank(ofItem(swap, facts))).isLessThan(Effect.BLOCK.ordinal());
            assertThat(SCREENING.screen(swap, facts, TODAY, DEFAULTS))
                    .noneMatch(v -> !v.planLevel() && v.ruleId().startsWith("GATE-"));
        }
        assertThat(swaps).isSortedAccordingTo(Comparator.comparingLong(s -> warnings(s, facts)));
    }

    @Property
    void lyingOnTheBackFollowsTheCalendar(
            @ForAll @IntRange(max = 301) int day, @ForAll("supine") Exercise item) {
        PatientFacts facts = PatientFacts.pregnant(TODAY.plusDays(280 - day));
        Optional<Effect> expected = Optional.empty();
        for (int d = 0; d <= day; d++) {
            if (d == 14 * 7) {
                expected = Optional.of(Effect.WARN);
            }
            if (d == 20 * 7) {
                expected = Optional.of(Effect.BLOCK);
            }
        }

        assertThat(Patients.onItem("POS-SUPINE", item, facts)).isEqualTo(expected);
    }

    @Property
    void theTimeAfterACesareanFollowsTheCalendar(
            @ForAll @IntRange(max = 400) int day, @ForAll("items") Exercise item) {
        PatientFacts facts = PatientFacts.postpartum(TODAY.minusDays(day), BirthMode.CAESAREAN);

        boolean effort = item.loads().contains(Load.EFFORT);
        boolean cs6 = effort || lists(item, "PP-CS6");
        boolean cs8 = effort || lists(item, "PP-CS8");
        expect("PP-CS6", item, facts, day < 42 && cs6, Effect.BLOCK);
        expect("PP-CS8", item, facts, day < 56 && cs8, Effect.WARN);
        expect("PP-CS12", item, facts, day < 84 && lists(item, "PP-CS12"), Effect.WARN);
        // nobody asked about a pelvic floor symptom
        boolean impact = day < 371 && lists(item, "PP-IMPACT12");
        expect("PP-IMPACT12", item, facts, impact, day < 84 ? Effect.BLOCK : Effect.WARN);
        Integer least = item.minWeeksPostpartum();
        expect("GATE-WEEKS", item, facts, least != null && day < 7 * least, Effect.WARN);
    }

    @Property
    void theTrimesterGateFollowsTheCalendar(
            @ForAll @IntRange(max = 301) int day, @ForAll("items") Exercise item) {
        Phase phase = Phase.TRIMESTER_3;
        if (day < 196) {
            phase = Phase.TRIMESTER_2;
        }
        if (day < 98) {
            phase = Phase.TRIMESTER_1;
        }
        PatientFacts facts = PatientFacts.pregnant(TODAY.plusDays(280 - day));

        boolean outside = !item.trimestersOk().contains(phase);
        expect("GATE-TRIMESTER", item, facts, outside, Effect.WARN);
    }

    @Provide
    Arbitrary<Exercise> items() {
        return Arbitraries.of(CATALOG.all());
    }

    @Provide
    Arbitrary<Exercise> supine() {
        return Arbitraries.of(
                CATALOG.all().stream().filter(e -> e.position() == Position.SUPINE).toList());
    }

    @Provide
    Arbitrary<List<Exercise>> plans() {
        return items().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<PatientFacts> patients() {
        Arbitrary<LocalDate> due = Arbitraries.integers().between(-60, 340).map(TODAY::plusDays);
        Arbitrary<LocalDate> birth = Arbitraries.integers().between(-3, 500).map(TODAY::minusDays);
        return Combinators.combine(
                        Arbitraries.of(Stage.class),
                        due.injectNull(0.1),
                        birth.injectNull(0.1),
                        Arbitraries.of(BirthMode.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Condition.class).set().ofMaxSize(4),
                        Arbitraries.of(StopSign.class).set().ofMaxSize(1))
                .as(
                        (stage, dueDate, birthDate, mode, babies, conditions, signs) ->
                                new PatientFacts(
                                        stage,
                                        dueDate,
                                        birthDate,
                                        mode,
                                        babies,
                                        conditions,
                                        signs,
                                        null,
                                        null,
                                        null,
                                        Map.of()));
    }

    private static long warnings(Exercise item, PatientFacts facts) {
        return SCREENING.screen(item, facts, TODAY, DEFAULTS).stream()
                .filter(v -> !v.planLevel() && v.effect() == Effect.WARN)
                .count();
    }

    private static void neverWeaker(List<Exercise> plan, PatientFacts before, PatientFacts after) {
        assertThat(rank(strongest(plan, after)))
                .isGreaterThanOrEqualTo(rank(strongest(plan, before)));
        for (Exercise item : plan) {
            assertThat(rank(ofItem(item, after)))
                    .isGreaterThanOrEqualTo(rank(ofItem(item, before)));
        }
    }

    private static int rank(Optional<Effect> effect) {
        return effect.map(Effect::ordinal).orElse(-1);
    }

    private static Optional<Effect> strongest(List<Exercise> plan, PatientFacts facts) {
        return SCREENING.screen(plan, facts, TODAY, DEFAULTS).stream()
                .map(Verdict::effect)
                .max(Effect::compareTo);
    }

    private static Optional<Effect> ofItem(Exercise item, PatientFacts facts) {
        return SCREENING.screen(item, facts, TODAY, DEFAULTS).stream()
                .filter(v -> !v.planLevel())
                .map(Verdict::effect)
                .max(Effect::compareTo);
    }

    private static PatientFacts dates(
            PatientFacts facts, @Nullable LocalDate due, @Nullable LocalDate birth) {
        return new PatientFacts(
                facts.stage(),
                due,
                facts.stage() == Stage.POSTPARTUM ? birth : null,
                facts.birthMode(),
                facts.plurality(),
                facts.conditions(),
                facts.stopSigns(),
                facts.prescreen(),
                facts.birthOutcome(),
                facts.loss(),
                facts.ruledOut());
    }

    private static boolean lists(Exercise item, String rule) {
        return item.ruleIds().contains(rule);
    }

    private static void expect(
            String rule, Exercise item, PatientFacts facts, boolean speaks, Effect effect) {
        assertThat(Patients.onItem(rule, item, facts))
                .isEqualTo(speaks ? Optional.of(effect) : Optional.empty());
    }
}
