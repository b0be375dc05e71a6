package org.ilium.patients;

import java.util.List;
import org.ilium.shared.Refusal;
import org.ilium.web.FieldErrors;

/** What came of registering a patient. */
public sealed interface Registration {

    /** She is registered. */
    record Registered(PatientInfo patient) implements Registration {}

    /** Nothing was saved: these may be the same person, likeliest first, ten at most. */
    record LikelyDuplicates(List<Duplicate> candidates) implements Registration, Refusal {
        @Override
        public String code() {
            return "likely-duplicate";
        }

        @Override
        public String reason() {
            return "Somebody much like this is registered already. Check, then confirm.";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** Nothing was saved: somebody else was registered under this key. */
    record KeyReused() implements Registration, Refusal {
        @Override
        public String code() {
            return "key-reused";
        }

        @Override
        public String reason() {
            return "This Idempotency-Key was used for a different request.";
        }

        @Override
        public int status() {
            return 422;
        }
    }

    /** Nothing was saved: the full plan by email needs its warning confirmed. */
    record WarningNeeded() implements Registration, Refusal {
        @Override
        public String code() {
            return new PatientChange.WarningNeeded().code();
        }

        @Override
        public String reason() {
            return new PatientChange.WarningNeeded().reason();
        }

        @Override
        public int status() {
            return new PatientChange.WarningNeeded().status();
        }
    }

    /** Nothing was saved: the named fields are wrong. */
    record Invalid(FieldErrors errors) implements Registration {}

    /** One who may be the same person, and what the two share, such as "Same phone number". */
    record Duplicate(PatientInfo patient, List<String> alike) {}

    /** The registered patient, for callers whose own input cannot be refused. */
    default PatientInfo orThrow() {
        if (this instanceof Registered registered) {
            return registered.patient();
        }
        throw new IllegalStateException("not registered: " + getClass().getSimpleName());
    }
}
