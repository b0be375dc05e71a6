package org.ilium.patients;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.Condition;
import org.jspecify.annotations.Nullable;

/** How what is stored differs from what an editor entered, for one whose edit came too late. */
final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    static List<Difference> of(PatientEntry stored, PatientEntry entered) {
        return new Differences()
                .compare("givenName", "First name", stored.givenName(), entered.givenName())
                .compare("familyName", "Last name", stored.familyName(), entered.familyName())
                .compare("birthDate", "Date of birth", stored.birthDate(), entered.birthDate())
                .compare("phone", "Phone", stored.phone(), entered.phone())
                .compare("email", "Email", stored.email(), entered.email())
                .compare("zone", "Time zone", stored.zone(), entered.zone())
                .compare(
                        "reviewAsks",
                        "Asked for reviews",
                        yes(stored.reviewAsks()),
                        yes(entered.reviewAsks()))
                .compare("note", "Note", stored.note(), entered.note())
                .found;
    }

    static List<Difference> of(PlanDelivery stored, PlanDelivery entered) {
        return new Differences()
                .compare("planDelivery", "Plan delivery", stored.label(), entered.label())
                .found;
    }

    static List<Difference> of(@Nullable EpisodeInfo stored, EpisodeEntry entered) {
        if (stored == null) {
            return List.of();
        }
        return new Differences()
                .compare("stage", "Stage", stored.stage().label(), entered.stage().label())
                .compare("dueDate", "Due date", stored.dueDate(), entered.dueDate())
                .compare("birthDate", "Birth date", stored.birthDate(), entered.birthDate())
                .compare(
                        "birthMode",
                        "Kind of birth",
                        stored.birthMode().label(),
                        entered.birthMode().label())
                .compare("plurality", "Babies", stored.plurality(), entered.plurality())
                .compare(
                        "conditions",
                        "Conditions",
                        labels(stored.conditions()),
                        labels(entered.conditions()))
                .compare(
                        "screening",
                        "Questionnaire",
                        text(stored.latestScreening()),
                        text(entered.screening()))
                .compare("reason", "Reason", stored.reason(), entered.reason())
                .found;
    }

    private Differences compare(
            String field, String label, @Nullable Object stored, @Nullable Object entered) {
        if (!Objects.equals(stored, entered)) {
            found.add(
                    new Difference(
                            field,
                            label,
                            stored == null ? "" : stored.toString(),
                            entered == null ? "" : entered.toString()));
        }
        return this;
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String labels(Set<Condition> conditions) {
        return conditions.stream().sorted().map(Condition::label).collect(Collectors.joining(", "));
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
