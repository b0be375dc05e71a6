package org.ilium.patients;

import java.util.List;
import org.ilium.shared.Refusal;
import org.ilium.web.FieldErrors;

/** What came of recording or clearing a stop sign. */
public sealed interface StopSignChange {

    /** It is saved, and these stand now, the first reported first. */
    record Saved(List<ReportedStopSign> standing) implements StopSignChange {

        public Saved {
            standing = List.copyOf(standing);
        }
    }

    /** Nothing was saved: the named fields are wrong. */
    record Invalid(FieldErrors errors) implements StopSignChange {}

    /** Nothing was saved, for a reason in words. */
    enum Refused implements StopSignChange, Refusal {
        NO_EPISODE("no-episode", "Record the pregnancy or birth first.", 422),
        CLEARED_ALREADY("cleared-already", "This stop sign was cleared already.", 409);

        private final String code;
        private final String reason;
        private final int status;

        Refused(String code, String reason, int status) {
            this.code = code;
            this.reason = reason;
            this.status = status;
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
            return status;
        }
    }

    /** There is no such patient, or no such report of hers. */
    record Unknown() implements StopSignChange {}

    /** What stands now, for callers whose own input cannot be refused. */
    default List<ReportedStopSign> orThrow() {
        if (this instanceof Saved saved) {
            return saved.standing();
        }
        throw new IllegalStateException("not saved: " + getClass().getSimpleName());
    }
}
