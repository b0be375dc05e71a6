package org.ilium.site;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ilium.catalog.ExerciseCatalog;

/**
 * The clinic's articles in reading order. One that names an unknown catalog item or source keeps
 * the program from starting.
 */
@Startup
@Singleton
public class Articles {

    public static final String QUESTIONS = "questions-and-answers";

    private static final List<String> FILES =
            List.of(
                    "why-your-upper-back-hurts",
                    "what-helps-at-home",
                    "stretches-and-exercises",
                    QUESTIONS,
                    "when-to-see-a-professional");

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private final List<Article> all;

    Articles(ExerciseCatalog catalog) {
        all = shipped();
        all.forEach(article -> check(article, catalog));
    }

    public List<Article> all() {
        return all;
    }

    public Optional<Article> find(String slug) {
        return all.stream().filter(article -> article.slug().equals(slug)).findFirst();
    }

    static List<Article> shipped() {
        return FILES.stream().map(Articles::read).toList();
    }

    private static Article read(String slug) {
        String file = "/articles/" + slug + ".yaml";
        try (InputStream in = Articles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return YAML.readValue(in, Article.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static void check(Article article, ExerciseCatalog catalog) {
        Stream<String> unknownItems =
                article.parts().stream()
                        .flatMap(part -> part.items().stream())
                        .filter(slug -> catalog.find(slug).isEmpty());
        Stream<String> unknownSources =
                article.sources().stream()
                        .map(Article.Source::key)
                        .filter(key -> !catalog.sources().containsKey(key));
        List<String> unknown = Stream.concat(unknownItems, unknownSources).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "article " + article.slug() + " names unknown " + unknown);
        }
    }
}
