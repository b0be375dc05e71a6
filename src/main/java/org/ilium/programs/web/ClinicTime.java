package org.ilium.programs.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ilium.clinic.ClinicDirectory;

/** Instants and dates as the clinic's people read them, in its zone. */
@ApplicationScoped
class ClinicTime {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("MMM d", Locale.US);

    private final ClinicDirectory clinic;

    ClinicTime(ClinicDirectory clinic) {
        this.clinic = clinic;
    }

    String day(Instant instant) {
        return DAY.format(instant.atZone(clinic.profile().zone()));
    }

    /** "November 28, 2026". */
    static String date(LocalDate date) {
        return DAY.format(date);
    }

    String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }
}
