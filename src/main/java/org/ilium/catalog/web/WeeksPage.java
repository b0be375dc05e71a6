package org.ilium.catalog.web;

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
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.WeekEntry;
import org.ilium.catalog.WeekSettings;
import org.ilium.web.FormNumbers;
import org.ilium.web.FormState;
import org.ilium.web.Html;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The weeks of screening on which sources disagree, with what each default rests on. */
@Path("/settings/weeks")
@Blocking
@RolesAllowed(May.CHANGE_SETTINGS)
class WeeksPage {

    private final WeekSettings settings;
    private final ExerciseCatalog catalog;

    WeeksPage(WeekSettings settings, ExerciseCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
    }

    @GET
    public Response form(@RestQuery @DefaultValue("false") boolean saved) {
        WeekEntry entry = settings.current();
        return page(entry, FormState.fresh(entry.version(), saved).warning(settings.doubts()));
    }

    @POST
    public Response save(
            @RestForm @DefaultValue("") String supineWarn,
            @RestForm @DefaultValue("") String supineBlock,
            @RestForm @DefaultValue("") String previaWarn,
            @RestForm @DefaultValue("") String previaBlock,
            @RestForm @DefaultValue("") String caesareanLate,
            @RestForm @DefaultValue("") String lossEffort,
            @RestForm @DefaultValue("") String lossEffortLong,
            @RestForm @DefaultValue("") String lossImpact,
            @RestForm @DefaultValue("") String lossImpactLong,
            @RestForm @DefaultValue("") String version) {
        WeekEntry entry =
                new WeekEntry(
                        FormNumbers.of(supineWarn),
                        FormNumbers.of(supineBlock),
                        FormNumbers.of(previaWarn),
                        FormNumbers.of(previaBlock),
                        FormNumbers.of(caesareanLate),
                        FormNumbers.of(lossEffort),
                        FormNumbers.of(lossEffortLong),
                        FormNumbers.of(lossImpact),
                        FormNumbers.of(lossImpactLong),
                        FormNumbers.of(version));
        SettingsOutcome outcome = settings.save(entry);
        if (outcome instanceof Done) {
            return Html.seeOther("/settings/weeks?saved=true");
        }
        return page(entry, FormState.of(outcome, entry.version()));
    }

    private Response page(WeekEntry entry, FormState state) {
        return Html.page(state.status(), Templates.weeks(WeekView.groups(entry, catalog), state));
    }

    @CheckedTemplate(basePath = "catalog")
    static class Templates {
        static native TemplateInstance weeks(List<WeekView.Group> groups, FormState state);
    }
}
