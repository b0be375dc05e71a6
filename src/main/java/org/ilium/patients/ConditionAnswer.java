package org.ilium.patients;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Whether she has a condition, and on which day somebody first noted so. */
@Embeddable
class ConditionAnswer {

    private boolean present;

    private LocalDate notedOn;

    @SuppressWarnings("NullAway.Init")
    protected ConditionAnswer() {}

    ConditionAnswer(boolean present, LocalDate notedOn) {
        this.present = present;
        this.notedOn = notedOn;
    }

    boolean present() {
        return present;
    }

    LocalDate notedOn() {
        return notedOn;
    }
}
