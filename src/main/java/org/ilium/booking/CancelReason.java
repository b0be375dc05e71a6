package org.ilium.booking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why an appointment was cancelled, as the desk picks it. Words of the schedule, none of her
 * health: the audit trail carries them too.
 */
public enum CancelReason {
    SICK("sick", "Sick", AppointmentDetails.BY_PATIENT),
    SCHEDULE("schedule", "Work or schedule", AppointmentDetails.BY_PATIENT),
    FAMILY("family", "Child care or family", AppointmentDetails.BY_PATIENT),
    TRAVEL("travel", "Transportation or weather", AppointmentDetails.BY_PATIENT),
    COST("cost", "Cost or insurance", AppointmentDetails.BY_PATIENT),
    NOT_NEEDED("not-needed", "No longer wanted", AppointmentDetails.BY_PATIENT),
    THERAPIST_SICK("therapist-sick", "Therapist is sick", AppointmentDetails.BY_CLINIC),
    THERAPIST_AWAY("therapist-away", "Therapist is away", AppointmentDetails.BY_CLINIC),
    CLOSED("closed", "Clinic is closed", AppointmentDetails.BY_CLINIC),
    AUTHORIZATION("authorization", "No authorization", AppointmentDetails.BY_CLINIC),
    MISTAKE("mistake", "Booked by mistake", AppointmentDetails.BY_CLINIC),
    OTHER("other", "Other", AppointmentDetails.BY_PATIENT, AppointmentDetails.BY_CLINIC);

    private final String code;
    private final String label;
    private final Set<String> saidBy;

    CancelReason(String code, String label, String... saidBy) {
        this.code = code;
        this.label = label;
        this.saidBy = Set.of(saidBy);
    }

    /** The word in the database and in JSON. */
    public String code() {
        return code;
    }

    /** The words on the screen. */
    public String label() {
        return label;
    }

    /** Those that whoever cancels may have, in the order in which the desk sees them. */
    public static List<CancelReason> of(String cancelledBy) {
        return Arrays.stream(values()).filter(r -> r.saidBy.contains(cancelledBy)).toList();
    }

    /** The reason with this code, if whoever cancels may have it. */
    public static Optional<CancelReason> find(String cancelledBy, String code) {
        return of(cancelledBy).stream().filter(r -> r.code.equals(code)).findFirst();
    }
}
