package org.ilium.booking;

/** Where an appointment stands; the words are FHIR's where FHIR has one. */
public enum AppointmentStatus {
    HELD("held", "Held", true),
    REQUESTED("requested", "Requested", true),
    BOOKED("booked", "Booked", true),
    ARRIVED("arrived", "Arrived", true),
    IN_PROGRESS("in-progress", "In progress", true),
    COMPLETED("completed", "Completed", true),
    CANCELLED("cancelled", "Cancelled", false),
    NO_SHOW("no-show", "No-show", false);

    private final String code;
    private final String label;
    private final boolean holdsTime;

    AppointmentStatus(String code, String label, boolean holdsTime) {
        this.code = code;
        this.label = label;
        this.holdsTime = holdsTime;
    }

    /** The word in the database and in JSON. */
    public String code() {
        return code;
    }

    /** The word on the screen. */
    public String label() {
        return label;
    }

    /** Whether nobody else may have the practitioner or the patient at that time. */
    public boolean holdsTime() {
        return holdsTime;
    }

    /** The status with this code; {@link IllegalArgumentException} for any other word. */
    public static AppointmentStatus of(String code) {
        for (AppointmentStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no appointment status " + code);
    }
}
