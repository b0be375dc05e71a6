package org.ilium.clinic.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.ilium.access.May;
import org.ilium.clinic.ClinicEntry;
import org.ilium.clinic.ClinicSettings;
import org.ilium.clinic.SenderName;
import org.ilium.web.FormNumbers;
import org.ilium.web.FormState;
import org.ilium.web.Html;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.ZoneChoices;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** What the clinic is called and how it is reached. */
@Path("/settings/clinic")
@Blocking
@RolesAllowed(May.CHANGE_SETTINGS)
class ClinicSettingsPage {

    private static final List<ZoneChoices.Region> ZONES = ZoneChoices.regions(ZoneChoices::place);

    private final ClinicSettings settings;

    ClinicSettingsPage(ClinicSettings settings) {
        this.settings = settings;
    }

    @GET
    public Response form(@RestQuery @DefaultValue("false") boolean saved) {
        ClinicEntry entry = settings.current();
        return page(entry, FormState.fresh(entry.version(), saved));
    }

    @POST
    public Response save(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String shortName,
            @RestForm @DefaultValue("") String senderName,
            @RestForm @DefaultValue("") String phone,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String address,
            @RestForm @DefaultValue("") String zone,
            @RestForm @DefaultValue("false") boolean confirmZone,
            @RestForm @DefaultValue("") String about,
            @RestForm @DefaultValue("") String version) {
        ClinicEntry entry =
                new ClinicEntry(
                        name,
                        shortName,
                        senderName,
                        phone,
                        email,
                        address,
                        zone,
                        about,
                        FormNumbers.of(version));
        SettingsOutcome outcome = settings.save(entry, confirmZone);
        if (outcome instanceof Done) {
            return Html.seeOther("/settings/clinic?saved=true");
        }
        return page(entry, FormState.of(outcome, entry.version()));
    }

    private static Response page(ClinicEntry entry, FormState state) {
        String sender = entry.senderName();
        boolean telling = sender != null && SenderName.givesHealthAway(sender);
        return Html.page(state.status(), Templates.clinic(entry, state, telling, ZONES));
    }

    @CheckedTemplate(basePath = "clinic")
    static class Templates {
        static native TemplateInstance clinic(
                ClinicEntry entry,
                FormState state,
                boolean telling,
                List<ZoneChoices.Region> regions);
    }
}
