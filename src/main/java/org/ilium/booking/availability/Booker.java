package org.ilium.booking.availability;

/** Who is booking: the public keeps to notice, horizon and grid; staff may set them aside. */
public enum Booker {
    PUBLIC,
    STAFF
}
