package org.ilium.patients;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.web.Difference;
import org.ilium.web.Differences;
import org.jspecify.annotations.Nullable;

/** How what is stored differs from what an editor entered, for one whose edit came too late. */
final class EntryDifferences {

    private EntryDifferences() {}

    static List<Difference> of(PatientEntry stored, PatientEntry entered) {
        return new Differences()
                .compare("givenName", "First name", entered.givenName(), stored.givenName())
                .compare("familyName", "Last name", entered.familyName(), stored.familyName())
                .compare("birthDate", "Date of birth", entered.birthDate(), stored.birthDate())
                .compare("phone", "Phone", entered.phone(), stored.phone())
                .compare("email", "Email", entered.email(), stored.email())
                .compare("zone", "Time zone", entered.zone(), stored.zone())
                .compare(
                        "reviewAsks",
                        "Asked for reviews",
                        yes(entered.reviewAsks()),
                        yes(stored.reviewAsks()))
                .compare("note", "Note", entered.note(), stored.note())
                .list();
    }

    static List<Difference> of(PlanDelivery stored, PlanDelivery entered) {
        return new Differences()
                .compare("planDelivery", "Plan delivery", entered.label(), stored.label())
                .list();
    }

    static List<Difference> of(@Nullable EpisodeInfo stored, EpisodeEntry entered) {
        if (stored == null) {
            return List.of();
        }
        return new Differences()
                .compare("stage", "Stage", entered.stage().label(), stored.stage().label())
                .compare("dueDate", "Due date", entered.dueDate(), stored.dueDate())
                .compare("birthDate", "Birth date", entered.birthDate(), stored.birthDate())
                .compare(
                        "birthMode",
                        "Kind of birth",
                        entered.birthMode().label(),
                        stored.birthMode().label())
                .compare("plurality", "Babies", entered.plurality(), stored.plurality())
                .compare(
                        "conditions",
                        "Conditions",
                        labels(entered.conditions()),
                        labels(stored.conditions()))
                .compare(
                        "screening",
                        "Questionnaire",
                        text(entered.screening()),
                        text(stored.latestScreening()))
                .compare("reason", "Reason", entered.reason(), stored.reason())
                .compare("lastLoss", "Last loss", text(entered.loss()), text(stored.loss()))
                .compare(
                        "ruledOut",
                        "Asked, and not there",
                        labels(entered.ruledOut()),
                        labels(stored.stillRuledOut()))
                .list();
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String labels(Set<Condition> conditions) {
        return conditions.stream().sorted().map(Condition::label).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable Loss loss) {
        if (loss == null) {
            return null;
        }
        String surgery =
                loss.surgical() == null ? "" : loss.surgical() ? ", surgery" : ", no surgery";
        return loss.outcome().label()
                + ", "
                + loss.on()
                + (loss.weeks() == null ? "" : ", at " + loss.weeks() + " weeks")
                + surgery;
    }

    private static @Nullable String text(@Nullable Screening screening) {
        return screening == null
                ? null
                : screening.form().label()
                        + ", "
                        + screening.outcome().label()
                        + ", "
                        + screening.takenOn();
    }
}
