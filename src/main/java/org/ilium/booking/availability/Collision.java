package org.ilium.booking.availability;

import java.util.UUID;
import org.ilium.clinic.Absence;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a visit cannot stand as it is. {@code part} is how much of the visit it is about,
 * where it is about a time; {@code absence} is there for time off alone.
 */
public record Collision(Cause cause, @Nullable Absence absence, @Nullable Interval part) {

    /** Why; the code is stored. */
    public enum Cause {
        TIME_OFF("time-off"),
        OUTSIDE_HOURS("outside-hours"),
        PRACTITIONER_LEFT("practitioner-left"),
        SERVICE_NOT_GIVEN("service-not-given"),
        SERVICE_WITHDRAWN("service-withdrawn");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Cause of(String code) {
            for (Cause cause : values()) {
                if (cause.code.equals(code)) {
                    return cause;
                }
            }
            throw new IllegalArgumentException("no cause " + code);
        }
    }

    public static Collision of(Cause cause) {
        return new Collision(cause, null, null);
    }

    public @Nullable UUID absenceId() {
        return absence == null ? null : absence.id();
    }

    /** The same for the same thing, so that a decision is about what was looked at. */
    public String key() {
        return cause.code()
                + (absence == null ? "" : " " + absence.id())
                + (part == null ? "" : " " + part.start() + "/" + part.end());
    }
}
