package org.ilium.patients.web;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist recorded, for staff who may read but not change it. {@code facts} are empty for
 * whoever may not even read them; {@code stopped} then says that a stop sign stands, not which.
 */
@TemplateData
record ClinicalFactsView(List<Fact> facts, boolean stopped) {

    /** One line under its name. */
    @TemplateData
    record Fact(String label, List<String> values) {}

    static ClinicalFactsView of(@Nullable EpisodeInfo episode) {
        if (episode == null) {
            return new ClinicalFactsView(
                    List.of(new Fact("Conditions", List.of("None recorded"))), false);
        }
        List<String> conditions =
                episode.conditions().stream().sorted().map(Condition::label).toList();
        Fact known =
                new Fact(
                        "Conditions", conditions.isEmpty() ? List.of("None recorded") : conditions);
        Fact screening = new Fact("Latest questionnaire", List.of(text(episode.latestScreening())));
        Fact babies = new Fact("Number of babies", List.of(String.valueOf(episode.plurality())));
        Fact birth = new Fact("Kind of birth", List.of(episode.birthMode().label()));
        return new ClinicalFactsView(
                episode.stage() == Stage.POSTPARTUM
                        ? List.of(known, screening, babies, birth)
                        : List.of(known, screening, babies),
                false);
    }

    static ClinicalFactsView unseen(@Nullable EpisodeInfo episode) {
        return new ClinicalFactsView(List.of(), episode != null && !episode.stopSigns().isEmpty());
    }

    private static String text(@Nullable Screening screening) {
        return screening == null
                ? "None recorded"
                : screening.form().label()
                        + ", "
                        + screening.outcome().label()
                        + ", "
                        + screening.takenOn();
    }
}
