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
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.reviews.MyReview;
import org.ilium.reviews.ReviewOutcome;
import org.ilium.reviews.ReviewOutcome.Refused;
import org.ilium.reviews.ReviewPermissions;
import org.ilium.reviews.ReviewRefusal;
import org.ilium.reviews.ReviewWriting;
import org.ilium.reviews.SharePreview;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Where a patient writes her review, decides who may read it, and takes it back. */
@Path("/r/{token}")
@Blocking
@PermitAll
@Limited(Allowance.GUESSING)
class PatientReviewPage {

    private final PatientLinks links;
    private final ReviewWriting writing;
    private final ReviewPermissions permissions;

    PatientReviewPage(PatientLinks links, ReviewWriting writing, ReviewPermissions permissions) {
        this.links = links;
        this.writing = writing;
        this.permissions = permissions;
    }

    @GET
    public Response show(@RestPath String token) {
        return opened(token, link -> show(token, review(link)));
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
        return opened(token, link -> write(token, link, entered));
    }

    private Response write(String token, LinkOutcome.Opened link, ReviewEntry entered) {
        FieldErrors errors = entered.errors();
        if (!errors.isEmpty()) {
            MyReview review = review(link);
            if (review.step() != MyReview.Step.TO_WRITE) {
                throw refused(ReviewRefusal.ALREADY_WRITTEN);
            }
            return writePage(400, token, review, entered, errors);
        }
        done(writing.write(link, entered.stars(), entered.text()));
        return Html.seeOther("/r/" + token + "/share");
    }

    @GET
    @Path("share")
    public Response choose(@RestPath String token) {
        return opened(
                token,
                link ->
                        permissions
                                .preview(link.subjectId())
                                .map(p -> page(200, token, p, PermissionEntry.NOTHING))
                                .orElseGet(() -> Html.seeOther("/r/" + token)));
    }

    @POST
    @Path("share")
    public Response share(
            @RestPath String token,
            @RestForm @DefaultValue("") String style,
            @RestForm boolean showPractitioner,
            @RestForm boolean agree,
            @RestForm @DefaultValue("") String signature,
            @RestForm @DefaultValue("") String termsVersion) {
        PermissionEntry entered =
                new PermissionEntry(style, showPractitioner, agree, signature, termsVersion);
        return opened(token, link -> share(token, link, entered));
    }

    private Response share(String token, LinkOutcome.Opened link, PermissionEntry entered) {
        if (!entered.errors().isEmpty()) {
            SharePreview preview =
                    permissions
                            .preview(link.subjectId())
                            .orElseThrow(() -> refused(ReviewRefusal.ALREADY_AUTHORIZED));
            return page(400, token, preview, entered);
        }
        done(permissions.authorize(link, entered.permission()));
        return Html.seeOther("/r/" + token);
    }

    /** Also for a link that has run out: it shows nothing any more, but can still take back. */
    @POST
    @Path("withdraw")
    public Response withdraw(@RestPath String token) {
        LinkOutcome link = links.open(LinkKind.REVIEW, token);
        if (link instanceof LinkOutcome.Expired expired) {
            permissions.withdraw(expired.subjectId(), null);
            return Html.page(200, Templates.link(token, LinkEnd.TAKEN_DOWN));
        }
        return opened(
                token,
                good -> {
                    done(permissions.withdraw(good.subjectId(), good.linkId()));
                    return Html.seeOther("/r/" + token);
                });
    }

    private Response opened(String token, Function<LinkOutcome.Opened, Response> then) {
        LinkOutcome link = links.open(LinkKind.REVIEW, token);
        if (link instanceof LinkOutcome.Opened good) {
            return then.apply(good);
        }
        LinkEnd end = LinkEnd.of(link);
        return Html.page(end.status(), Templates.link(token, end));
    }

    private MyReview review(LinkOutcome.Opened link) {
        return writing.ofInvitation(link.subjectId()).orElseThrow(RefusedException::notFound);
    }

    private static void done(ReviewOutcome outcome) {
        if (outcome instanceof Refused no) {
            throw refused(no.refusal());
        }
    }

    private static RefusedException refused(ReviewRefusal why) {
        return new RefusedException(Problem.of(why));
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
