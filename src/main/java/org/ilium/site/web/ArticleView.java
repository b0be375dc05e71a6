package org.ilium.site.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.SafetyRule;
import org.ilium.site.Article;

/** An article with the catalog items and stop signs it names, ready to be shown. */
record ArticleView(
        String slug,
        String title,
        String summary,
        String lede,
        boolean signedOff,
        List<PartView> parts,
        List<String> sources) {

    record PartView(
            String id,
            String heading,
            List<String> text,
            List<String> points,
            List<ItemView> items,
            List<String> stopSigns) {}

    record ItemView(
            String slug,
            String name,
            String kind,
            String dose,
            String cautions,
            List<String> steps,
            List<String> cues) {

        static ItemView of(Exercise item) {
            return new ItemView(
                    item.slug(),
                    item.name(),
                    item.kind().label(),
                    item.defaultDosage().sentence(),
                    item.cautions(),
                    item.instructions(),
                    item.cues());
        }
    }

    static ArticleView of(Article article, ExerciseCatalog catalog) {
        return new ArticleView(
                article.slug(),
                article.title(),
                article.summary(),
                article.lede(),
                article.signedOff(),
                article.parts().stream().map(part -> part(part, catalog)).toList(),
                article.sources().stream().map(Article.Source::text).toList());
    }

    private static PartView part(Article.Part part, ExerciseCatalog catalog) {
        return new PartView(
                part.id(),
                part.heading(),
                part.text(),
                part.points(),
                part.items().stream()
                        .map(catalog::find)
                        .flatMap(Optional::stream)
                        .map(ItemView::of)
                        .toList(),
                part.stopSigns() ? stopSigns(catalog) : List.of());
    }

    private static List<String> stopSigns(ExerciseCatalog catalog) {
        return catalog.rules().stream()
                .filter(rule -> rule.category().equals("stop-sign"))
                .map(SafetyRule::patientText)
                .filter(Objects::nonNull)
                .toList();
    }
}
