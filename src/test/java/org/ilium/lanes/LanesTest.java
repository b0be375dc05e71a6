package org.ilium.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

class LanesTest {

    @Test
    void everyClassWithTestsIsInExactlyOneLane() {
        List<Class<?>> inLanes =
                Lanes.all().stream().flatMap(lane -> Lanes.testClassesOf(lane).stream()).toList();
        List<Class<?>> withTests =
                Lanes.classes().stream()
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                        .filter(type -> !type.getSimpleName().endsWith("IT"))
                        .filter(LanesTest::hasTests)
                        .toList();
        assertThat(withTests).contains(LanesTest.class);
        assertThat(inLanes).doesNotHaveDuplicates().containsAll(withTests);
    }

    @Test
    void aLaneIsNeverWithoutTests() {
        assertThat(Lanes.all())
                .allSatisfy(lane -> assertThat(Lanes.testClassesOf(lane)).isNotEmpty());
    }

    @Test
    void aProgramWithOtherSettingsOrAnotherServerIsOfTheSecondLaneAlone() {
        assertThat(Lanes.testClassesOf(Lane1.class)).allMatch(Lanes::wantsUsualProgram);
        assertThat(Lanes.testClassesOf(Lane2.class))
                .extracting(Class::getSimpleName)
                .contains("TheWholeWalkTest", "StrictRelayTest");
    }

    private static boolean hasTests(Class<?> type) {
        return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses()))
                .anyMatch(LanesTest::hasTestMethods);
    }

    private static boolean hasTestMethods(Class<?> type) {
        return !AnnotationSupport.findAnnotatedMethods(
                        type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }
}
