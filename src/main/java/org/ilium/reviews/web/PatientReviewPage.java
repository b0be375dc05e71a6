package org.ilium.reviews.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.ilium.access.LinkOutcome;
import org.ilium.reviews.MyReview;
import org.ilium.reviews.SharePreview;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Where a patient writes her review, decides who may read it, and takes it back. */
@Path("/r/{token}")
@Blocking
@PermitAll
@Limited(Allowance.GUESSING)
class PatientReviewPage {

    private final ReviewByLink byLink;

    PatientReviewPage(ReviewByLink byLink) {
        this.byLink = byLink;
    }

    @GET
    public Response show(@RestPath String token) {
        return opened(token, link -> show(token, byLink.review(link)));
    }

    private static Response show(String token, MyReview review) {
        return review.step() == MyReview.Step.TO_WRITE
                ? writePage(200, token, review, ReviewEntry.NOTHING, new FieldErrors())
                : Html.page(200, Templates.mine(token, review));
    }

    @POST
    public Response write(
            @RestPath String token,
            @RestForm @DefaultValue("") String rating,
            @RestForm @DefaultValue("") String text) {
        ReviewEntry entered = ReviewEntry.of(rating, text);
        return opened(
                token,
                link -> {
                    FieldErrors errors = byLink.write(link, entered);
                    return errors.isEmpty()
                            ? Html.seeOther("/r/" + token + "/share")
                            : writePage(400, token, byLink.review(link), entered, errors);
                });
    }

    @GET
    @Path("share")
    public Response choose(@RestPath String token) {
        return opened(token, link -> choose(token, link, 200, PermissionEntry.NOTHING));
    }

    @POST
    @Path("share")
    public Response share(
            @RestPath String token,
            @RestForm @DefaultValue("") String nameStyle,
            @RestForm boolean showPractitioner,
            @RestForm boolean authorized,
            @RestForm @DefaultValue("") String signature,
            @RestForm @DefaultValue("") String termsVersion) {
        PermissionEntry entered =
                new PermissionEntry(
                        nameStyle, showPractitioner, authorized, signature, termsVersion);
        return opened(
                token,
                link ->
                        byLink.share(link, entered).isEmpty()
                                ? Html.seeOther("/r/" + token)
                                : choose(token, link, 400, entered));
    }

    private Response choose(
            String token, LinkOutcome.Opened link, int status, PermissionEntry entered) {
        return byLink.preview(link)
                .map(preview -> page(status, token, preview, entered))
                .orElseGet(() -> Html.seeOther("/r/" + token));
    }

    @POST
    @Path("withdraw")
    public Response withdraw(@RestPath String token) {
        return byLink.withdraw(
                token, link -> Html.seeOther("/r/" + token), end -> ended(token, end));
    }

    private Response opened(String token, Function<LinkOutcome.Opened, Response> then) {
        return byLink.open(token, then, end -> ended(token, end));
    }

    private static Response ended(String token, LinkEnd end) {
        return Html.page(end.status(), Templates.link(token, end));
    }

    private static Response writePage(
            int status, String token, MyReview review, ReviewEntry entered, FieldErrors errors) {
        return Html.page(status, Templates.write(token, review, entered, errors));
    }

    private static Response page(
            int status, String token, SharePreview preview, PermissionEntry entered) {
        FieldErrors errors = status == 200 ? new FieldErrors() : entered.errors();
        return Html.page(status, Templates.share(token, preview, entered, errors));
    }

    @CheckedTemplate(basePath = "reviews")
    static class Templates {
        static native TemplateInstance write(
                String token, MyReview review, ReviewEntry entered, FieldErrors errors);

        static native TemplateInstance share(
                String token, SharePreview preview, PermissionEntry entered, FieldErrors errors);

        static native TemplateInstance mine(String token, MyReview review);

        static native TemplateInstance link(String token, LinkEnd end);
    }
}
