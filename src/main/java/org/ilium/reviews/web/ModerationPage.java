package org.ilium.reviews.web;

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
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.reviews.PrivateReview;
import org.ilium.reviews.QueueItem;
import org.ilium.reviews.QueuePage;
import org.ilium.reviews.ReviewCounts;
import org.ilium.reviews.ReviewOutcome.Refused;
import org.ilium.reviews.ReviewQueue;
import org.ilium.reviews.Reviews;
import org.ilium.reviews.WithholdReason;
import org.ilium.web.Html;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where staff show or withhold reviews, one after the other as they came. */
@Path("/reviews/queue")
@Blocking
@RolesAllowed(May.MODERATE_REVIEWS)
class ModerationPage {

    private static final int A_PAGE = 20;

    private final ReviewQueue queue;
    private final Reviews reviews;
    private final CurrentStaff staff;

    ModerationPage(ReviewQueue queue, Reviews reviews, CurrentStaff staff) {
        this.queue = queue;
        this.reviews = reviews;
        this.staff = staff;
    }

    @GET
    public Response list(@RestQuery @Nullable UUID after) {
        return Html.page(
                200,
                Templates.queue(
                        queue.waiting(A_PAGE, after),
                        after == null ? queue.decided(A_PAGE) : List.of(),
                        after == null && staff.may(May.READ_PRIVATE_REVIEWS)
                                ? queue.keptPrivate(A_PAGE)
                                : List.of(),
                        reviews.counts(),
                        List.of(WithholdReason.values())));
    }

    @POST
    @Path("{reviewId}")
    public Response decide(
            @RestPath UUID reviewId,
            @RestForm @DefaultValue("") String authorization,
            @RestForm @DefaultValue("") String decision,
            @RestForm @DefaultValue("") String reason) {
        Decision entered = new Decision(authorization, decision, reason);
        if (!entered.errors().isEmpty()) {
            throw RefusedException.of(entered.errors());
        }
        if (entered.carryOut(queue, reviewId) instanceof Refused no) {
            throw new RefusedException(Problem.of(no.refusal()));
        }
        return Html.seeOther("/reviews/queue");
    }

    @CheckedTemplate(basePath = "reviews")
    static class Templates {
        static native TemplateInstance queue(
                QueuePage waiting,
                List<QueueItem> decided,
                List<PrivateReview> keptPrivate,
                ReviewCounts counts,
                List<WithholdReason> reasons);
    }
}
