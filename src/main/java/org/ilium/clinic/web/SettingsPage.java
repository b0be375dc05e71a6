package org.ilium.clinic.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.ilium.access.May;
import org.ilium.clinic.SetupSteps;
import org.ilium.clinic.SetupSteps.Step;
import org.ilium.shared.DemoMode;
import org.ilium.web.Html;
import org.jspecify.annotations.Nullable;

/** The way into the settings: a list to work through at first, an index afterwards. */
@Path("/settings")
@Blocking
@RolesAllowed(May.CHANGE_SETTINGS)
class SettingsPage {

    private final SetupSteps steps;
    private final boolean demo;

    SettingsPage(SetupSteps steps, DemoMode demo) {
        this.steps = steps;
        this.demo = demo.isOn();
    }

    @GET
    public Response index() {
        List<Step> all = steps.all();
        int done = (int) all.stream().filter(Step::done).count();
        String next = all.stream().filter(s -> !s.done()).map(Step::href).findFirst().orElse("");
        return Html.page(200, Templates.index(all, done, next));
    }

    @GET
    @Path("mail")
    public Response mail() {
        return Html.page(200, Templates.mail(steps.mailHost(), demo));
    }

    @CheckedTemplate(basePath = "clinic")
    static class Templates {
        static native TemplateInstance index(List<Step> steps, int done, String next);

        static native TemplateInstance mail(@Nullable String host, boolean demo);
    }
}
