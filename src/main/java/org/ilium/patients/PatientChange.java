package org.ilium.patients;

import java.util.List;
import org.ilium.shared.Refusal;
import org.ilium.web.Difference;
import org.ilium.web.FieldErrors;

/** What came of changing a patient's particulars. */
public sealed interface PatientChange {

    /**
     * It is saved, and this is the patient now; {@code emailChanged} says that {@link
     * PatientEmailChanged} was fired.
     */
    record Saved(PatientInfo patient, boolean emailChanged) implements PatientChange {}

    /** Nothing was saved: the named fields are wrong. */
    record Invalid(FieldErrors errors) implements PatientChange {}

    /** Nothing was saved: somebody changed her first, and this is how the two differ now. */
    record Stale(PatientInfo current, List<Difference> differences)
            implements PatientChange, Stalemate {}

    /** Nothing was saved: by what was changed she may be one of these, likeliest first. */
    record LikelyDuplicates(List<Registration.Duplicate> candidates)
            implements PatientChange, Refusal {
        @Override
        public String code() {
            return registration().code();
        }

        @Override
        public String reason() {
            return registration().reason();
        }

        @Override
        public int status() {
            return registration().status();
        }

        private Registration.LikelyDuplicates registration() {
            return new Registration.LikelyDuplicates(candidates);
        }
    }

    /** Nothing was saved: the full plan by email needs its warning confirmed. */
    record WarningNeeded() implements PatientChange, Refusal {
        @Override
        public String code() {
            return "warning-needed";
        }

        @Override
        public String reason() {
            return "The full plan goes by email only after she was warned and still prefers it.";
        }

        @Override
        public int status() {
            return 422;
        }
    }

    /** There is no such patient. */
    record Unknown() implements PatientChange {}
}
