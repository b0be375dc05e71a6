package org.ilium.chart;

import java.time.LocalDate;
import java.util.List;
import org.ilium.booking.AppointmentDetails;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.patients.Standing;
import org.jspecify.annotations.Nullable;

/** One date of one practitioner, visits by start. */
public record TherapistDay(PractitionerInfo practitioner, LocalDate date, List<Visit> visits) {

    /**
     * One visit. {@code standing} is null while the booking is linked to no chart; {@code programs}
     * counts her programs, drafts included; {@code reported} are the stop signs that stand, {@code
     * misfit} says that a plan she was sent does not fit her facts of today.
     */
    public record Visit(
            AppointmentDetails appointment,
            @Nullable Standing standing,
            int programs,
            List<String> reported,
            boolean misfit) {}
}
