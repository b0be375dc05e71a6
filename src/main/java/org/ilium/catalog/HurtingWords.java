package org.ilium.catalog;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words that are never said to a woman who lost a pregnancy. */
public final class HurtingWords {

    static final Pattern ANY =
            Pattern.compile(
                    "\\b(bab(y|ies)|bell(y|ies)|bump|births?|born|newborns?|infants?|postpartum"
                            + "|postnatal|prenatal|antenatal|pregnan\\w*|matern\\w*|mother(s|hood)?"
                            + "|mom(s|my|mies)?|mums?|mamas?|due date|breastfe\\w*|nursing"
                            + "|stroller|milk|trimesters?|fo?etus(es)?|fo?etal|c-sections?"
                            + "|little ones?|labou?r)\\b",
                    Pattern.CASE_INSENSITIVE);

    private HurtingWords() {}

    /** Those in the texts, in lower case, each once. */
    public static Set<String> in(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull)
                .flatMap(text -> ANY.matcher(text).results())
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
