package org.ilium.booking;

import java.util.Locale;

/** How an appointment came to be booked. */
public enum BookedVia {
    PUBLIC,
    STAFF,
    API;

    /** The word in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static BookedVia of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
