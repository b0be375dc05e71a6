package org.ilium.patients.web;

import java.util.Arrays;
import java.util.List;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;

/**
 * What may be chosen on the form about a pregnancy or birth; {@code healing} is asked yes or no.
 */
record EpisodeChoices(
        List<Stage> stages,
        List<BirthMode> birthModes,
        List<Group> groups,
        List<Condition> healing,
        List<PregnancyOutcome> losses,
        List<ScreeningForm> forms,
        List<ScreeningOutcome> outcomes) {

    static final EpisodeChoices ALL =
            new EpisodeChoices(
                    List.of(Stage.values()),
                    List.of(BirthMode.values()),
                    Arrays.stream(Condition.Group.values())
                            .filter(group -> group != Condition.Group.AFTER_BIRTH)
                            .map(Group::of)
                            .toList(),
                    Group.of(Condition.Group.AFTER_BIRTH).conditions(),
                    Arrays.stream(PregnancyOutcome.values())
                            .filter(outcome -> !outcome.isBirth())
                            .toList(),
                    List.of(ScreeningForm.values()),
                    List.of(ScreeningOutcome.values()));

    /** The conditions under one heading. */
    record Group(String label, List<Condition> conditions) {

        static Group of(Condition.Group group) {
            return new Group(
                    group.label(),
                    Arrays.stream(Condition.values()).filter(c -> c.group() == group).toList());
        }
    }
}
