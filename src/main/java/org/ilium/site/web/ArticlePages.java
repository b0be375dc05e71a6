package org.ilium.site.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.site.Article;
import org.ilium.site.Articles;
import org.ilium.web.Html;
import org.jboss.resteasy.reactive.RestPath;

/** The articles, for everybody. */
@Path("/articles")
@Blocking
@PermitAll
class ArticlePages {

    private final Articles articles;
    private final ExerciseCatalog catalog;
    private final String baseUrl;

    ArticlePages(
            Articles articles,
            ExerciseCatalog catalog,
            @ConfigProperty(name = "ilium.base-url") String baseUrl) {
        this.articles = articles;
        this.catalog = catalog;
        this.baseUrl = baseUrl;
    }

    @GET
    public Response all() {
        return Html.page(200, Templates.articles(articles.all(), false, baseUrl));
    }

    @GET
    @Path("{slug}")
    public Response one(@RestPath String slug) {
        Optional<Article> found = articles.find(slug);
        if (found.isEmpty()) {
            return Html.page(404, Templates.articles(articles.all(), true, baseUrl));
        }
        List<Article> others =
                articles.all().stream().filter(other -> !other.slug().equals(slug)).toList();
        return Html.page(
                200, Templates.article(ArticleView.of(found.get(), catalog), others, baseUrl));
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {
        static native TemplateInstance articles(
                List<Article> articles, boolean missing, String baseUrl);

        static native TemplateInstance article(
                ArticleView article, List<Article> others, String baseUrl);
    }
}
