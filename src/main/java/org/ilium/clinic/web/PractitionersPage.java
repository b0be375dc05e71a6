package org.ilium.clinic.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.May;
import org.ilium.access.Staff;
import org.ilium.clinic.PractitionerEntry;
import org.ilium.clinic.PractitionerSetting;
import org.ilium.clinic.PractitionerSettings;
import org.ilium.clinic.ServiceSetting;
import org.ilium.clinic.ServiceSettings;
import org.ilium.web.FormState;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who gives care, and which services. */
@Path("/settings/practitioners")
@Blocking
@RolesAllowed(May.CHANGE_SETTINGS)
class PractitionersPage {

    private final PractitionerSettings practitioners;
    private final ServiceSettings services;

    PractitionersPage(PractitionerSettings practitioners, ServiceSettings services) {
        this.practitioners = practitioners;
        this.services = services;
    }

    @GET
    public Response list() {
        return Html.page(200, Templates.practitioners(practitioners.all(), services.all()));
    }

    @GET
    @Path("new")
    public Response create() {
        Set<UUID> offered =
                offered(Set.of()).stream().map(ServiceSetting::id).collect(Collectors.toSet());
        return page(null, PractitionerEntry.offering(offered), FormState.fresh(null, false));
    }

    @POST
    public Response add(@BeanParam PractitionerForm form) {
        return save(null, form.entry());
    }

    @GET
    @Path("{id}")
    public Response edit(@RestPath UUID id) {
        PractitionerEntry entry =
                practitioners.find(id).orElseThrow(RefusedException::notFound).entry();
        return page(id, entry, FormState.fresh(entry.version(), false));
    }

    @POST
    @Path("{id}")
    public Response change(@RestPath UUID id, @BeanParam PractitionerForm form) {
        return save(id, form.entry());
    }

    private Response save(@Nullable UUID id, PractitionerEntry entry) {
        SettingsOutcome outcome = practitioners.save(id, entry);
        if (outcome instanceof Done done) {
            return Html.seeOther(
                    id == null
                            ? "/settings/practitioners/" + done.id() + "/hours"
                            : "/settings/practitioners");
        }
        return page(id, entry, FormState.of(outcome, entry.version()));
    }

    /** A service no longer offered stays on the list of who gives it. */
    private List<ServiceSetting> offered(Set<UUID> given) {
        return services.all().stream().filter(s -> s.active() || given.contains(s.id())).toList();
    }

    private Response page(@Nullable UUID id, PractitionerEntry entry, FormState state) {
        return Html.page(
                state.status(),
                Templates.practitioner(
                        id, entry, offered(entry.given()), practitioners.freeAccounts(id), state));
    }

    @CheckedTemplate(basePath = "clinic")
    static class Templates {
        static native TemplateInstance practitioners(
                List<PractitionerSetting> practitioners, List<ServiceSetting> services);

        static native TemplateInstance practitioner(
                @Nullable UUID id,
                PractitionerEntry entry,
                List<ServiceSetting> services,
                List<Staff> accounts,
                FormState state);
    }
}
