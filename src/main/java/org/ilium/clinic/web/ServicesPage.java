package org.ilium.clinic.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.clinic.ServiceEntry;
import org.ilium.clinic.ServiceSetting;
import org.ilium.clinic.ServiceSettings;
import org.ilium.clinic.UsualService;
import org.ilium.web.FieldErrors;
import org.ilium.web.FormState;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the clinic offers, and by which rules it may be booked. */
@Path("/settings/services")
@Blocking
@RolesAllowed(May.CHANGE_SETTINGS)
class ServicesPage {

    private final ServiceSettings services;

    ServicesPage(ServiceSettings services) {
        this.services = services;
    }

    @GET
    public Response list() {
        return list(FormState.fresh(null, false));
    }

    /** Adds those of the usual services that are ticked. */
    @POST
    @Path("usual")
    public Response addUsual(@RestForm List<String> usual) {
        List<UsualService> ticked =
                Arrays.stream(UsualService.values()).filter(u -> usual.contains(u.name())).toList();
        if (ticked.isEmpty()) {
            FieldErrors errors = new FieldErrors().add("usual", "Tick at least one.");
            return list(FormState.wrong(errors, null));
        }
        ticked.forEach(services::add);
        return Html.seeOther("/settings/services");
    }

    @GET
    @Path("new")
    public Response create() {
        return page(null, ServiceEntry.NEW, FormState.fresh(null, false));
    }

    @POST
    public Response add(
            @BeanParam ServiceForm form, @RestForm @DefaultValue("false") boolean confirmNotice) {
        return save(null, form.entry(), confirmNotice);
    }

    @GET
    @Path("{id}")
    public Response edit(@RestPath UUID id) {
        ServiceEntry entry = services.find(id).orElseThrow(RefusedException::notFound).entry();
        FormState state = FormState.fresh(entry.version(), false).warning(services.doubts(id));
        return page(id, entry, state);
    }

    @POST
    @Path("{id}")
    public Response change(
            @RestPath UUID id,
            @BeanParam ServiceForm form,
            @RestForm @DefaultValue("false") boolean confirmNotice) {
        return save(id, form.entry(), confirmNotice);
    }

    private Response save(@Nullable UUID id, ServiceEntry entry, boolean noticeConfirmed) {
        SettingsOutcome outcome = services.save(id, entry, noticeConfirmed);
        if (outcome instanceof Done) {
            return Html.seeOther("/settings/services");
        }
        return page(id, entry, FormState.of(outcome, entry.version()));
    }

    private Response list(FormState state) {
        return Html.page(
                state.status(),
                Templates.services(services.all(), doubts(), services.usualMissing(), state));
    }

    private Map<UUID, List<String>> doubts() {
        Map<UUID, List<String>> doubts = new HashMap<>();
        services.all().forEach(service -> doubts.put(service.id(), services.doubts(service.id())));
        return doubts;
    }

    private static Response page(@Nullable UUID id, ServiceEntry entry, FormState state) {
        return Html.page(state.status(), Templates.service(id, entry, state));
    }

    @CheckedTemplate(basePath = "clinic")
    static class Templates {
        static native TemplateInstance services(
                List<ServiceSetting> services,
                Map<UUID, List<String>> doubts,
                List<UsualService> usual,
                FormState state);

        static native TemplateInstance service(
                @Nullable UUID id, ServiceEntry entry, FormState state);
    }
}
