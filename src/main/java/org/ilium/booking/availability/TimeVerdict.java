package org.ilium.booking.availability;

/** Whether a time can be booked, or the first reason why not, in the order listed. */
public enum TimeVerdict {
    /** It has already begun to pass: no one may book it. */
    IN_THE_PAST,
    /** Inside the service's minimum notice. */
    TOO_SOON,
    /** At or beyond the service's horizon; for staff, beyond all they may book. */
    TOO_FAR,
    /** Not wholly within one opening window. */
    OUTSIDE_HOURS,
    /** Within hours, but not a start the public is offered. */
    OFF_GRID,
    /** The visit or its buffers meet the practitioner's time off. */
    TIME_OFF,
    /** The visit or its buffers meet another appointment or its buffers. */
    TAKEN,
    FREE
}
