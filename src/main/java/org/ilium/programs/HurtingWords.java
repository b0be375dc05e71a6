package org.ilium.programs;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words that the program's own texts never use before a woman who lost a pregnancy. */
final class HurtingWords {

    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(bab(y|ies)|bell(y|ies)|bump|births?|born|newborns?|postpartum|postnatal"
                            + "|prenatal|pregnan(t|cy|cies)|motherhood|mom|mum|due date)\\b",
                    Pattern.CASE_INSENSITIVE);

    private HurtingWords() {}

    /** Those in the texts a therapist wrote, in lower case, each once. */
    static Set<String> in(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull)
                .flatMap(text -> WORDS.matcher(text).results())
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
