package org.ilium.site;

import java.util.List;
import java.util.Optional;

/**
 * An article for patients, in the words of its file. {@code summary} is the line on a card, {@code
 * signedOff} is false while no licensed therapist approved the text.
 */
public record Article(
        String slug,
        String title,
        String summary,
        String lede,
        boolean signedOff,
        List<Part> parts,
        List<Source> sources) {

    /**
     * One headed part; {@code id} is its anchor, {@code items} are catalog slugs, and {@code
     * stopSigns} asks for the catalog's stop signs to be listed here.
     */
    public record Part(
            String id,
            String heading,
            List<String> text,
            List<String> points,
            List<String> items,
            boolean stopSigns) {

        public Part {
            text = text == null ? List.of() : List.copyOf(text);
            points = points == null ? List.of() : List.copyOf(points);
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** Where a fact comes from: a source key of the catalog's rule file, and words for readers. */
    public record Source(String key, String text) {}

    public Article {
        parts = List.copyOf(parts);
        sources = List.copyOf(sources);
    }

    public Optional<Part> part(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }
}
