package org.ilium.access.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.ilium.access.AccountOutcome;
import org.ilium.access.AccountOutcome.Refused;
import org.ilium.access.AccountRefusal;
import org.ilium.access.FirstSetup;
import org.ilium.access.May;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.ilium.web.ModulePages;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The page behind the link that the first start of an empty clinic prints. */
@Path("/setup/{token}")
@Blocking
@Limited(Allowance.GUESSING)
class SetupPage {

    private final FirstSetup setup;
    private final Entrance entrance;
    private final ModulePages pages;
    private final RoutingContext request;

    SetupPage(FirstSetup setup, Entrance entrance, ModulePages pages, RoutingContext request) {
        this.setup = setup;
        this.entrance = entrance;
        this.pages = pages;
        this.request = request;
    }

    @GET
    @PermitAll
    public Response form(@RestPath String token) {
        if (!setup.isGood(token)) {
            throw new RefusedException(Problem.of(AccountRefusal.LINK_NOT_USABLE));
        }
        return Html.page(200, Templates.setup("", "", Set.of(), new FieldErrors()));
    }

    @POST
    @PermitAll
    public Response complete(
            @RestPath String token,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm List<String> roles) {
        Set<String> others = Set.copyOf(roles);
        AccountOutcome outcome = setup.complete(token, name, email, password, others);
        if (outcome instanceof Refused refused) {
            AccountRefusal why = refused.refusal();
            if (why.field().equals("token")) {
                throw new RefusedException(Problem.of(why));
            }
            return Html.page(
                    why.status(), Templates.setup(name, email, others, AccountErrors.of(refused)));
        }
        return entrance.afterChoosing(
                outcome.orThrow().id(), pages.placeOf(May.CHANGE_SETTINGS), request);
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance setup(
                String name, String email, Set<String> roles, FieldErrors errors);
    }
}
