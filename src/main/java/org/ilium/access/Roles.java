package org.ilium.access;

import java.util.List;

/** The roles a member of staff may hold, as constants for {@code @RolesAllowed}. */
public final class Roles {

    public static final String FRONT_DESK = "front-desk";
    public static final String THERAPIST = "therapist";
    public static final String ADMINISTRATOR = "administrator";

    /** Every role, in the order in which pages list them. */
    public static final List<String> ALL = List.of(FRONT_DESK, THERAPIST, ADMINISTRATOR);

    private Roles() {}
}
