package org.ilium.patients;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.util.Set;
import org.ilium.access.CurrentStaff;
import org.ilium.access.Roles;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What the safety rules judge by and only an examination or the records can tell: conditions,
 * questionnaire, kind of birth, how many babies. Staff who are no therapists change none of it.
 */
@Singleton
class ClinicalFacts {

    private static final String THERAPISTS = "Only a therapist records or changes this";

    private final CurrentStaff current;

    ClinicalFacts(CurrentStaff current) {
        this.current = current;
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
        if (entered.birthMode() != (stored == null ? BirthMode.UNKNOWN : stored.birthMode())) {
            errors.add("birthMode", THERAPISTS);
        }
        if (entered.plurality() != (stored == null ? 1 : stored.plurality())) {
            errors.add("plurality", THERAPISTS);
        }
        return errors;
    }

    private boolean isByOtherStaff() {
        return Arc.container().requestContext().isActive()
                && current.isSignedIn()
                && !current.has(Roles.THERAPIST);
    }
}
