package org.ilium.booking;

import org.ilium.patients.Registration;

/** What became of registering the caller of an appointment. */
public sealed interface NewChartOutcome {

    /** She has a chart, and the appointment belongs to it. */
    record Linked(AppointmentDetails appointment) implements NewChartOutcome {}

    /** Nothing was saved: she may be registered already, or the named fields are wrong. */
    record NotRegistered(Registration why) implements NewChartOutcome {}

    /** Nothing was saved: the appointment is not what it was, or may not be linked. */
    record NotLinked(AppointmentOutcome why) implements NewChartOutcome {}
}
