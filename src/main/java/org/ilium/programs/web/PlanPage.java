package org.ilium.programs.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.ilium.web.Allowance;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A patient's plan, opened by the link in her mail; always the current version. */
@Path("/p/{token}")
@Blocking
@PermitAll
@Limited(Allowance.GUESSING)
class PlanPage {

    private final PlanByLink byLink;

    PlanPage(PlanByLink byLink) {
        this.byLink = byLink;
    }

    @GET
    public Response plan(@RestPath String token) {
        return byLink.open(
                token,
                opened -> Html.page(200, Templates.plan(byLink.view(opened, token))),
                PlanPage::closed);
    }

    @POST
    @Path("done")
    public Response done(
            @RestPath String token,
            @RestForm @Nullable String item,
            @RestForm @Nullable String time,
            @RestForm boolean done) {
        return byLink.open(
                token,
                opened -> {
                    byLink.tick(opened, item, FormNumbers.optional("time", time), done);
                    return back(token, PlanView.anchor(opened.plan(), item) + "-done");
                },
                PlanPage::closed);
    }

    @POST
    @Path("pain")
    public Response pain(@RestPath String token, @RestForm @Nullable String score) {
        return byLink.open(
                token,
                opened -> {
                    byLink.tellPain(opened, FormNumbers.required("score", score));
                    return back(token, "pain");
                },
                PlanPage::closed);
    }

    /** Where she pressed, so that a long page does not jump to its top. */
    private static Response back(String token, @Nullable String place) {
        return Html.seeOther(
                "/p/%s#%s".formatted(URLEncoder.encode(token, StandardCharsets.UTF_8), place));
    }

    private static Response closed(PlanLinkEnd end) {
        return Html.page(end.status(), Templates.linkClosed(end));
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance plan(PlanView view);

        static native TemplateInstance linkClosed(PlanLinkEnd end);
    }
}
