package org.ilium.patients;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.web.FieldError;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What the safety rules judge by and only an examination or the records can tell: conditions,
 * questionnaire, kind of birth, how many babies. Staff who are no therapists change none of it.
 */
@Singleton
class ClinicalFacts {

    private static final Set<String> UNSEEN =
            Set.of(
                    "birthMode",
                    "plurality",
                    "conditions",
                    "ruledOut",
                    "screeningDate",
                    "lossDate",
                    "lossWeeks",
                    "lossSurgical",
                    "lossOutcome");

    static final String THERAPISTS = "Only a therapist records or changes this";

    private final CurrentStaff current;

    ClinicalFacts(CurrentStaff current) {
        this.current = current;
    }

    /**
     * The entry with the facts as they are stored, when whoever makes this request does not even
     * see them: so nothing she sends can change them or ask for them.
     */
    EpisodeEntry unseenKept(@Nullable EpisodeInfo stored, EpisodeEntry entered) {
        if (!isByStaff() || current.may(May.SEE_CLINICAL)) {
            return entered;
        }
        return new EpisodeEntry(
                entered.stage(),
                entered.dueDate(),
                entered.birthDate(),
                stored == null || isOfAnotherBirth(stored, entered)
                        ? BirthMode.UNKNOWN
                        : stored.birthMode(),
                stored == null ? 1 : stored.plurality(),
                stored == null ? Set.of() : stored.conditions(),
                stored == null ? null : stored.latestScreening(),
                entered.reason(),
                stored == null ? null : stored.loss(),
                stored == null ? Set.of() : stored.stillRuledOut());
    }

    /**
     * The stage and dates that whoever is not shown the facts would change: each is answered by
     * what she is not shown, so too many tries would tell it. Empty for everybody else.
     */
    List<String> tried(@Nullable EpisodeInfo stored, EpisodeEntry entered) {
        if (!isByStaff() || current.may(May.SEE_CLINICAL)) {
            return List.of();
        }
        List<String> tried = new ArrayList<>();
        if (stored == null || stored.stage() != entered.stage()) {
            tried.add("stage");
        }
        if (!Objects.equals(stored == null ? null : stored.dueDate(), entered.dueDate())) {
            tried.add("dueDate");
        }
        if (!Objects.equals(stored == null ? null : stored.birthDate(), entered.birthDate())) {
            tried.add("birthDate");
        }
        return tried;
    }

    /** How the last one went says nothing of another; of the same, a day put right changes none. */
    private static boolean isOfAnotherBirth(EpisodeInfo stored, EpisodeEntry entered) {
        LocalDate said = entered.birthDate();
        LocalDate known = stored.birthDate();
        return said != null && (known == null || !EpisodeCheck.isOneBirth(known, said));
    }

    /**
     * The errors as whoever makes this request may read them: of a fact she is not shown she learns
     * only that something does not fit.
     */
    FieldErrors readable(FieldErrors errors) {
        if (!isByStaff() || current.may(May.SEE_CLINICAL)) {
            return errors;
        }
        FieldErrors readable = new FieldErrors();
        for (FieldError error : errors.list()) {
            if (UNSEEN.contains(error.field())) {
                readable.add("stage", "This does not fit the chart: a therapist changes it");
            } else {
                readable.add(error.field(), error.message());
            }
        }
        return readable;
    }

    /** Says against the stage what {@link EpisodeCheck} says against a fact she may not change. */
    void checkStage(@Nullable EpisodeInfo stored, EpisodeEntry entered, FieldErrors errors) {
        if (isByOtherStaff()
                && stored != null
                && stored.birthMode() == entered.birthMode()
                && entered.namesKindOfBirthWithoutBirth()) {
            errors.add("stage", "The kind of birth is recorded: a therapist changes this");
        }
    }

    /** What whoever makes this request may not change; the program itself may change everything. */
    FieldErrors forbidden(@Nullable EpisodeInfo stored, EpisodeEntry entered) {
        FieldErrors errors = new FieldErrors();
        if (!isByOtherStaff()) {
            return errors;
        }
        if (!entered.conditions().equals(stored == null ? Set.of() : stored.conditions())) {
            errors.add("conditions", THERAPISTS);
        }
        if (entered.screening() != null
                && (stored == null || !entered.screening().equals(stored.latestScreening()))) {
            errors.add("screening", THERAPISTS);
        }
        if (entered.birthMode()
                != (stored == null || isOfAnotherBirth(stored, entered)
                        ? BirthMode.UNKNOWN
                        : stored.birthMode())) {
            errors.add("birthMode", THERAPISTS);
        }
        if (!entered.ruledOut().equals(stored == null ? Set.of() : stored.stillRuledOut())) {
            errors.add("ruledOut", THERAPISTS);
        }
        Loss loss = stored == null ? null : stored.loss();
        boolean isSaidByTheStage =
                loss != null
                        && loss.outcome() == PregnancyOutcome.NOT_SAID
                        && entered.loss() == null;
        if (!isSaidByTheStage && !Objects.equals(entered.loss(), loss)) {
            errors.add("lastLoss", THERAPISTS);
        }
        if (entered.plurality() != (stored == null ? 1 : stored.plurality())) {
            errors.add("plurality", THERAPISTS);
        }
        return errors;
    }

    private boolean isByOtherStaff() {
        return isByStaff() && !current.may(May.RECORD_CLINICAL);
    }

    private boolean isByStaff() {
        return Arc.container().requestContext().isActive() && current.isSignedIn();
    }
}
