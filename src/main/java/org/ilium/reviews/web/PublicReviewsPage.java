package org.ilium.reviews.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.ilium.reviews.ReviewCounts;
import org.ilium.reviews.ReviewPage;
import org.ilium.reviews.Reviews;
import org.ilium.reviews.WithholdReason;
import org.ilium.web.Html;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Every shown review, the counts, and how reviews are asked for and decided. */
@Path("/reviews")
@Blocking
@PermitAll
class PublicReviewsPage {

    private static final int A_PAGE = 20;

    private final Reviews reviews;

    PublicReviewsPage(Reviews reviews) {
        this.reviews = reviews;
    }

    @GET
    public Response list(@RestQuery @Nullable UUID after) {
        return Html.page(
                200,
                Templates.all(
                        reviews.page(A_PAGE, after),
                        reviews.counts(),
                        List.of(WithholdReason.values())));
    }

    @CheckedTemplate(basePath = "reviews")
    static class Templates {
        static native TemplateInstance all(
                ReviewPage page, ReviewCounts counts, List<WithholdReason> reasons);
    }
}
