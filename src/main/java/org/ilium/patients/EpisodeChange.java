package org.ilium.patients;

import java.util.List;
import org.ilium.shared.Refusal;
import org.ilium.web.Difference;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** What came of recording a pregnancy or birth. */
public sealed interface EpisodeChange {

    /** It is saved, and this is the open episode now. */
    record Saved(EpisodeInfo episode) implements EpisodeChange {}

    /** Nothing was saved: the named fields are wrong. */
    record Invalid(FieldErrors errors) implements EpisodeChange {}

    /** Nothing was saved: somebody changed it first, and this is how the two differ now. */
    record Stale(@Nullable EpisodeInfo current, List<Difference> differences)
            implements EpisodeChange, Stalemate {}

    /** Nothing was saved: the named clinical facts are for a therapist to change. */
    record ForTherapists(FieldErrors errors) implements EpisodeChange, Refusal {

        /** Refuses all of these fields. */
        public static ForTherapists all(List<String> fields) {
            FieldErrors errors = new FieldErrors();
            fields.forEach(field -> errors.add(field, ClinicalFacts.THERAPISTS));
            return new ForTherapists(errors);
        }

        @Override
        public String code() {
            return "for-therapists";
        }

        @Override
        public String reason() {
            return "Only a therapist records or changes clinical facts. Leave them as they are.";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Nothing was saved, for a reason in words. */
    enum Refused implements EpisodeChange, Refusal {
        NO_PREGNANCY("no-pregnancy", "No pregnancy is recorded that could end."),
        STOP_SIGNS_STAND(
                "stop-signs-stand", "A reported stop sign still stands. Clear it, then close.");

        private final String code;
        private final String reason;

        Refused(String code, String reason) {
            this.code = code;
            this.reason = reason;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String reason() {
            return reason;
        }

        @Override
        public int status() {
            return 422;
        }
    }

    /** There is no such patient. */
    record Unknown() implements EpisodeChange {}

    /** The saved episode, for callers whose own input cannot be refused. */
    default EpisodeInfo orThrow() {
        if (this instanceof Saved saved) {
            return saved.episode();
        }
        throw new IllegalStateException("not saved: " + getClass().getSimpleName());
    }
}
