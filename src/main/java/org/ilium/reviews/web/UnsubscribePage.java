package org.ilium.reviews.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.ilium.reviews.ReviewAsks;
import org.ilium.web.Allowance;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The way out of review asks. Opening the link changes nothing, since mail scanners open links; the
 * press does, and so does the request a mailbox sends in her name (RFC 8058).
 */
@Path("/unsubscribe/{token}")
@Blocking
@PermitAll
@Limited(Allowance.GUESSING)
class UnsubscribePage {

    private final ReviewAsks asks;

    UnsubscribePage(ReviewAsks asks) {
        this.asks = asks;
    }

    @GET
    public Response ask(@RestPath String token) {
        return asks.canStop(token)
                ? Html.page(200, Templates.unsubscribe(token))
                : Html.page(404, Templates.unsubscribed(false));
    }

    /**
     * Outside the framework's forms: a mailbox has no page of ours and so no form token. Whoever
     * knows the link may do this, so there is nothing another site could trick a browser into.
     */
    void oneClick(@Observes Router router) {
        router.post("/unsubscribe/:token").blockingHandler(this::stop);
    }

    @ActivateRequestContext
    void stop(RoutingContext request) {
        boolean done = asks.stop(request.pathParam("token"));
        request.response()
                .setStatusCode(done ? 200 : 404)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(Templates.unsubscribed(done).render());
    }

    @CheckedTemplate(basePath = "reviews")
    static class Templates {
        static native TemplateInstance unsubscribe(String token);

        static native TemplateInstance unsubscribed(boolean done);
    }
}
