package org.ilium.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExerciseTest {

    @ParameterizedTest
    @MethodSource("changingSides")
    void onOneSideOnlyNobodyIsToldToChangeSides(Exercise exercise) {
        List<String> both = exercise.instructionsFor(exercise.defaultDosage());
        List<String> one = exercise.instructionsFor(onLeft(exercise.defaultDosage()));

        assertThat(both).isEqualTo(exercise.instructions());
        assertThat(one).hasSameSizeAs(both);
        assertThat(one.subList(0, one.size() - 1)).isEqualTo(both.subList(0, both.size() - 1));
        assertThat(one)
                .noneMatch(
                        step ->
                                step.matches(".*([Cc]hange|[Ss]witch|to the other side\\.).*")
                                        && !step.startsWith("Turn your head"));
    }

    @Test
    void whatChangesNoSidesIsTheSameOnOne() {
        Exercise clamshell = Patients.item("clamshell");

        assertThat(clamshell.instructionsFor(onLeft(clamshell.defaultDosage())))
                .isEqualTo(clamshell.instructions());
    }

    private static Stream<Exercise> changingSides() {
        return CatalogLoader.shipped().all().stream().filter(e -> e.lastOnOneSide() != null);
    }

    private static Dosage onLeft(Dosage dose) {
        return new Dosage(
                dose.sets(),
                dose.reps(),
                dose.holdSeconds(),
                dose.restSeconds(),
                dose.durationMinutes(),
                dose.timesPerDay(),
                dose.daysPerWeek(),
                Dosage.Side.LEFT,
                false,
                dose.resistance(),
                dose.note());
    }
}
