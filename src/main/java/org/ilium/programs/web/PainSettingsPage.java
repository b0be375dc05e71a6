package org.ilium.programs.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.ilium.access.May;
import org.ilium.programs.PainLimitsEntry;
import org.ilium.programs.PainSettings;
import org.ilium.web.FormState;
import org.ilium.web.Html;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** From which pain patients are told to stop, and their therapists are alerted. */
@Path("/settings/pain")
@Blocking
@RolesAllowed(May.CHANGE_SETTINGS)
class PainSettingsPage {

    private final PainSettings settings;

    PainSettingsPage(PainSettings settings) {
        this.settings = settings;
    }

    @GET
    public Response form(@RestQuery @DefaultValue("false") boolean saved) {
        PainLimitsEntry entry = settings.current();
        return page(entry, FormState.fresh(entry.version(), saved).warning(settings.doubts()));
    }

    @POST
    public Response save(
            @RestForm @DefaultValue("") String high,
            @RestForm @DefaultValue("") String rise,
            @RestForm @DefaultValue("") String version) {
        PainLimitsEntry entry =
                new PainLimitsEntry(
                        org.ilium.web.FormNumbers.of(high),
                        org.ilium.web.FormNumbers.of(rise),
                        org.ilium.web.FormNumbers.of(version));
        SettingsOutcome outcome = settings.save(entry);
        if (outcome instanceof Done) {
            return Html.seeOther("/settings/pain?saved=true");
        }
        return page(entry, FormState.of(outcome, entry.version()));
    }

    private Response page(PainLimitsEntry entry, FormState state) {
        return Html.page(state.status(), Templates.painSettings(entry, settings.standard(), state));
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance painSettings(
                PainLimitsEntry entry, PainLimitsEntry standard, FormState state);
    }
}
