package org.ilium.access.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.ilium.access.May;

/**
 * Asked by a page while somebody types or points in it, since typing alone reaches nobody: the
 * request itself is the use of the session.
 */
@Path("/sign-in/still-here")
@Blocking
class StillHere {

    @GET
    @RolesAllowed(May.WORK_HERE)
    public Response note() {
        return Response.noContent().build();
    }
}
