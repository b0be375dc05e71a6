package org.ilium.demo.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.ilium.access.May;
import org.ilium.demo.DemoReset;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;

/** Starts the demo over, after asking; not there in a real clinic. */
@Path("/dev/reset")
@Blocking
@RolesAllowed(May.WORK_HERE)
class DemoResetPage {

    private final DemoReset reset;

    DemoResetPage(DemoReset reset) {
        this.reset = reset;
    }

    @GET
    public Response ask() {
        if (!reset.isPossible()) {
            throw RefusedException.notFound();
        }
        return Html.page(200, Templates.reset());
    }

    @POST
    public Response start() {
        if (!reset.reset()) {
            throw RefusedException.notFound();
        }
        return Html.seeOther("/sign-in");
    }

    @CheckedTemplate(basePath = "demo")
    static class Templates {
        static native TemplateInstance reset();
    }
}
