package org.ilium.booking;

import java.time.LocalDate;
import org.ilium.shared.Refusal;

/** Why a date so far ahead was not booked by the desk: a mistyped year is the likeliest reason. */
public sealed interface FarAhead extends Refusal {

    /** Within the desk's bound, yet past the service's horizon: to be confirmed deliberately. */
    record BeyondHorizon(LocalDate date, int horizonDays) implements FarAhead {
        @Override
        public String code() {
            return "beyond-horizon";
        }

        @Override
        public String reason() {
            return "The date, %s, is past the %d days ahead that this service is booked."
                            .formatted(When.dateWithYear(date), horizonDays)
                    + " Check the year, or book it anyway.";
        }
    }

    /** At or past {@link Availability#STAFF_DAYS}: booked by nobody. */
    record BeyondBound(LocalDate date) implements FarAhead {
        @Override
        public String code() {
            return "too-far";
        }

        @Override
        public String reason() {
            return "The date, %s, is %d days ahead or more. Check the year."
                    .formatted(When.dateWithYear(date), Availability.STAFF_DAYS);
        }
    }

    @Override
    default int status() {
        return 422;
    }
}
