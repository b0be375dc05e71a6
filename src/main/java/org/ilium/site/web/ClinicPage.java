package org.ilium.site.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.reviews.PublicReview;
import org.ilium.reviews.ReviewCounts;
import org.ilium.reviews.Reviews;
import org.ilium.site.Article;
import org.ilium.site.Articles;
import org.ilium.site.OpeningHours;
import org.ilium.web.Html;
import org.jspecify.annotations.Nullable;

/** The clinic's public page. */
@Path("/")
@Blocking
@PermitAll
class ClinicPage {

    /** As many questions as the front page teases with. */
    private static final int TEASED = 3;

    /** As many reviews as the front page shows; the rest are a page further. */
    private static final int SHOWN = 6;

    private final ClinicDirectory directory;
    private final OpeningHours hours;
    private final Articles articles;
    private final Reviews reviews;
    private final String baseUrl;

    ClinicPage(
            ClinicDirectory directory,
            OpeningHours hours,
            Articles articles,
            Reviews reviews,
            @ConfigProperty(name = "ilium.base-url") String baseUrl) {
        this.directory = directory;
        this.hours = hours;
        this.articles = articles;
        this.reviews = reviews;
        this.baseUrl = baseUrl;
    }

    @GET
    public Response show() {
        ClinicProfile profile = directory.profile();
        if (!profile.setUp()) {
            return Html.page(200, Templates.notSetUp());
        }
        List<Article.Part> questions =
                articles.find(Articles.QUESTIONS).stream()
                        .flatMap(article -> article.parts().stream())
                        .limit(TEASED)
                        .toList();
        return Html.page(
                200,
                Templates.clinic(
                        ClinicView.of(profile),
                        directory.practitioners().stream().map(TherapistView::of).toList(),
                        directory.services().stream().map(ServiceView::of).toList(),
                        hours.lines(),
                        reviews.publicReviews(SHOWN),
                        reviews.counts(),
                        articles.all(),
                        questions,
                        baseUrl));
    }

    record ClinicView(String name, String about, String address, String email) {
        static ClinicView of(ClinicProfile profile) {
            return new ClinicView(
                    profile.name(),
                    orEmpty(profile.about()),
                    orEmpty(profile.address()),
                    orEmpty(profile.email()));
        }
    }

    record TherapistView(String name, String initials, String credentials, String profile) {
        static TherapistView of(PractitionerInfo practitioner) {
            return new TherapistView(
                    practitioner.displayName(),
                    Initials.of(practitioner.displayName()),
                    orEmpty(practitioner.credentials()),
                    orEmpty(practitioner.profile()));
        }
    }

    record ServiceView(String name, long minutes, String how, boolean bookable) {
        static ServiceView of(ServiceInfo service) {
            String how =
                    switch (service.mode()) {
                        case "phone" -> "by phone";
                        case "video" -> "by video";
                        default -> "at the clinic";
                    };
            return new ServiceView(
                    service.name(), service.length().toMinutes(), how, service.publicBookable());
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {
        static native TemplateInstance clinic(
                ClinicView clinic,
                List<TherapistView> therapists,
                List<ServiceView> services,
                List<OpeningHours.Line> hours,
                List<PublicReview> reviews,
                ReviewCounts counts,
                List<Article> articles,
                List<Article.Part> questions,
                String baseUrl);

        static native TemplateInstance notSetUp();
    }
}
