package org.ilium.patients.web;

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
import org.ilium.patients.FoundPatients;
import org.ilium.patients.Patients;
import org.ilium.web.Html;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** One field that finds a caller; what is typed is posted, so that no name stands in a URL. */
@Path("/patients")
@Blocking
@RolesAllowed(May.KEEP_PATIENTS)
class SearchPage {

    private final Patients patients;
    private final PatientViews views;

    SearchPage(Patients patients, PatientViews views) {
        this.patients = patients;
        this.views = views;
    }

    @GET
    public Response empty() {
        return Html.page(200, Templates.search(new Hits("", List.of(), "")));
    }

    @POST
    public Response search(
            @RestForm @DefaultValue("") String q, @RestHeader("HX-Request") @Nullable String htmx) {
        FoundPatients found = patients.findCaller(q);
        Hits hits = new Hits(q, views.of(found.patients()), found.summary());
        return Html.page(200, htmx == null ? Templates.search(hits) : Templates.hits(hits));
    }

    /** What was asked, who was found, best first, ten at most, and how many. */
    record Hits(String q, List<PatientView> found, String summary) {

        public boolean asked() {
            return !q.isBlank();
        }
    }

    @CheckedTemplate(basePath = "patients")
    static class Templates {
        static native TemplateInstance search(Hits hits);

        static native TemplateInstance hits(Hits hits);
    }
}
