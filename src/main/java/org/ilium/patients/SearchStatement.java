package org.ilium.patients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statement that finds a caller, on the trigram, the word or the birth date index, and the
 * values of its named parameters. It asks for one more than are shown, to know whether more match.
 */
final class SearchStatement {

    /** How a name may match; the misspelt take longer to find, so they are the second try. */
    enum Match {
        BEGINS,
        ALIKE
    }

    private final Map<String, Object> given = new HashMap<>();
    private final List<MisspeltWord> misspelt = new ArrayList<>();
    private final SearchQuery query;
    private final String sql;

    SearchStatement(SearchQuery query, Match match) {
        this.query = query;
        this.sql = match == Match.ALIKE ? alike() : begins();
    }

    String sql() {
        return sql;
    }

    Map<String, Object> given() {
        return given;
    }

    private String begins() {
        List<String> every = facts();
        for (String word : query.words()) {
            every.add(begins(word));
        }
        return best("cast(0 as int)", every);
    }

    private String alike() {
        List<String> every = facts();
        List<String> slips = new ArrayList<>(List.of("0"));
        for (String word : query.words()) {
            String begins = begins(word);
            if (MisspeltWord.isLongEnough(word)) {
                MisspeltWord near = new MisspeltWord(misspelt.size(), word, given);
                misspelt.add(near);
                every.add("(" + begins + " or " + near.isInName() + ")");
                slips.add("case when " + begins + " then 0 else " + near.slips() + " end");
            } else {
                every.add(begins);
            }
        }
        String near = misspelt.isEmpty() ? "" : "with " + MisspeltWord.allOf(misspelt);
        return near + best(String.join(" + ", slips), every);
    }

    /**
     * The best are known before their rows are read, and each is read by its id (the offset keeps
     * it so): joining otherwise may read every patient for two letters.
     */
    private String best(String slips, List<String> every) {
        String best = "slips, reading, likeness desc, ends desc, family_name, given_name, id";
        return """
               select p.* from (
                 select id, family_name, given_name, %s as ends, %s as likeness,
                        %s as reading, %s as slips
                   from patient where %s
                  order by %s limit %d) as best
               cross join lateral (select * from patient where id = best.id offset 0) as p
               order by best.%s"""
                .formatted(
                        numberEndsSo(),
                        likeness(),
                        reading(),
                        slips,
                        String.join(" and ", every),
                        best,
                        PatientSearch.MOST + 1,
                        best.replace(", ", ", best."));
    }

    /** The likeliest meaning of a date comes first. */
    private String reading() {
        return query.birthDates().size() > 1
                ? "case when birth_date = :birthDate0 then 0 else 1 end"
                : "0";
    }

    /** A single misspelt word is as like to one bearer's name as to another's. */
    private String likeness() {
        if (query.words().isEmpty() || !misspelt.isEmpty() && query.words().size() == 1) {
            return "cast(0 as real)";
        }
        given.put("name", query.name());
        return "similarity(search_name, :name)";
    }

    private List<String> facts() {
        List<String> either = new ArrayList<>();
        if (!query.birthDates().isEmpty()) {
            either.add(anyBirthDate());
        }
        if (!query.phoneParts().isEmpty()) {
            either.add(anyPhonePart());
        }
        List<String> every = new ArrayList<>(List.of("true"));
        if (query.digitsAreEither()) {
            every.add("(" + String.join(" or ", either) + ")");
        } else {
            every.addAll(either);
        }
        return every;
    }

    private String anyBirthDate() {
        List<String> dates = new ArrayList<>();
        for (LocalDate date : query.birthDates()) {
            String name = "birthDate" + dates.size();
            dates.add(":" + name);
            given.put(name, date);
        }
        return "birth_date in (" + String.join(", ", dates) + ")";
    }

    private String begins(String word) {
        String name = "word" + query.words().indexOf(word);
        given.put(name, "% " + word + "%");
        return "search_name like :" + name;
    }

    private String anyPhonePart() {
        List<String> parts = new ArrayList<>();
        for (String part : query.phoneParts()) {
            String name = "phone" + parts.size();
            parts.add("phone_digits like :" + name);
            given.put(name, "%" + part + "%");
        }
        return "(" + String.join(" or ", parts) + ")";
    }

    /** The last digits are what a caller reads out; they are digits only, so safe in the text. */
    private String numberEndsSo() {
        return query.phoneParts().stream()
                .min(Comparator.comparingInt(String::length))
                .map("phone_digits like '%%%s'"::formatted)
                .orElse("true");
    }
}
