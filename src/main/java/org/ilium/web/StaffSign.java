package org.ilium.web;

import io.vertx.ext.web.RoutingContext;

/** Tells the staff's requests from others before anybody has asked the database. */
public interface StaffSign {

    /** Whether this carries a session that was good a short while ago; opens nothing. */
    boolean isFromStaff(RoutingContext request);
}
