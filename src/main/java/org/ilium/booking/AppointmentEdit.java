package org.ilium.booking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of the chart, the desk's note, or both; what is not to change is ignored. */
public record AppointmentEdit(
        boolean changesPatient,
        @Nullable UUID patientId,
        boolean changesNote,
        @Nullable String note) {}
