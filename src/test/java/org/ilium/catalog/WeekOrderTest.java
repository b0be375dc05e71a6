package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ilium.access.Roles;
import org.ilium.catalog.WeekSetting.InOrder;
import org.ilium.fixture.SignedIn;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every two weeks that have an order, the wrong one is refused by name and number. */
@QuarkusTest
class WeekOrderTest {

    @Inject WeekSettings settings;

    static List<InOrder> pairs() {
        return WeekSetting.IN_ORDER;
    }

    @Test
    void theseHaveAnOrder() {
        assertThat(WeekSetting.IN_ORDER)
                .extracting(InOrder::first, InOrder::second)
                .containsExactlyInAnyOrder(
                        tuple(WeekSetting.SUPINE_WARN, WeekSetting.SUPINE_BLOCK),
                        tuple(WeekSetting.PREVIA_WARN, WeekSetting.PREVIA_BLOCK),
                        tuple(WeekSetting.LOSS_EFFORT, WeekSetting.LOSS_EFFORT_LONG),
                        tuple(WeekSetting.LOSS_IMPACT, WeekSetting.LOSS_IMPACT_LONG),
                        tuple(WeekSetting.LOSS_EFFORT, WeekSetting.LOSS_IMPACT),
                        tuple(WeekSetting.LOSS_EFFORT_LONG, WeekSetting.LOSS_IMPACT_LONG));
    }

    /** A new week with a partner must be thought of here: only the cesarean's has none. */
    @Test
    void everyWeekButTheCesareansHasAPartner() {
        assertThat(WeekSetting.values())
                .filteredOn(
                        week ->
                                WeekSetting.IN_ORDER.stream()
                                        .noneMatch(p -> p.first() == week || p.second() == week))
                .containsExactly(WeekSetting.CAESAREAN_LATE);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneThatIsLessThanItsPartnerIsRefusedWithBothNumbers(InOrder pair) {
        SignedIn.inThisTest(Roles.ADMINISTRATOR);
        Map<WeekSetting, Integer> weeks = new EnumMap<>(WeekSetting.class);
        for (WeekSetting week : WeekSetting.values()) {
            weeks.put(week, Math.max(7, week.least()));
        }
        weeks.put(pair.first(), 9);
        weeks.put(pair.second(), 8);

        SettingsOutcome outcome = settings.save(entry(weeks));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        wrong ->
                                assertThat(wrong.errors().on(pair.second().field()))
                                        .startsWith("8 is less than 9, the number at “")
                                        .contains(pair.first().label())
                                        .endsWith(pair.why()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theDefaultsAreInOrder(InOrder pair) {
        assertThat(pair.first().standard()).isLessThanOrEqualTo(pair.second().standard());
    }

    private static WeekEntry entry(Map<WeekSetting, Integer> weeks) {
        return new WeekEntry(
                weeks.get(WeekSetting.SUPINE_WARN),
                weeks.get(WeekSetting.SUPINE_BLOCK),
                weeks.get(WeekSetting.PREVIA_WARN),
                weeks.get(WeekSetting.PREVIA_BLOCK),
                weeks.get(WeekSetting.CAESAREAN_LATE),
                weeks.get(WeekSetting.LOSS_EFFORT),
                weeks.get(WeekSetting.LOSS_EFFORT_LONG),
                weeks.get(WeekSetting.LOSS_IMPACT),
                weeks.get(WeekSetting.LOSS_IMPACT_LONG),
                null);
    }
}
