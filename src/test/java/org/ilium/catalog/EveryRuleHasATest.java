package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryRuleHasATest {

    private static final List<Class<?>> RULE_TESTS =
            List.of(
                    AbsoluteRulesTest.class,
                    RelativeRulesTest.class,
                    StopSignRulesTest.class,
                    PositionRulesTest.class,
                    ActivityRulesTest.class,
                    ConditionRulesTest.class,
                    PostpartumRulesTest.class,
                    AfterLossTest.class,
                    GatesTest.class);

    @Test
    void everyRuleAndGateHasATestNamedAfterIt() {
        List<String> tests =
                RULE_TESTS.stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .toList();
        Stream<SafetyRule> all =
                Stream.concat(Patients.CATALOG.rules().stream(), Patients.CATALOG.gates().stream());

        List<String> untested =
                all.map(SafetyRule::id)
                        .filter(id -> tests.stream().noneMatch(t -> t.startsWith(prefix(id))))
                        .toList();

        assertThat(untested).isEmpty();
        assertThat(prefix("PP-CS6")).isEqualTo("PP_CS6_");
    }

    private static String prefix(String id) {
        return id.replace('-', '_') + "_";
    }
}
