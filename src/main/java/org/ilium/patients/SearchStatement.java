package org.ilium.patients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ilium.patients.Spellings.Spelling;

/**
 * The statement that finds a caller, on a trigram, the word or the birth date index, and the values
 * of its named parameters. It asks for one more than are shown, to know whether more match.
 */
final class SearchStatement {

    /** How a name may match; the misspelt take longer to find, so they are the second try. */
    enum Match {
        BEGINS,
        ALIKE
    }

    /** All but what is there to be searched. */
    private static final String READ =
            """
            p.id, p.given_name, p.family_name, p.birth_date, p.phone, p.email, p.zone,
                    p.plan_delivery, p.full_plan_warned_at, p.review_asks, p.note, p.created_at,
                    p.former_names, p.former_phones, p.former_emails, p.version""";

    private final Map<String, Object> given = new HashMap<>();
    private final List<MisspeltWord> misspelt = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
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

    /** For a pattern. */
    static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private String begins() {
        List<String> every = facts();
        for (String word : query.words()) {
            every.add(begins(word));
        }
        return best("cast(0 as int)", every);
    }

    private String alike() {
        List<String> all = new ArrayList<>();
        List<String> slips = new ArrayList<>(List.of("0"));
        for (String word : query.words()) {
            String begins = begins(word);
            if (MisspeltWord.isLongEnough(word)) {
                MisspeltWord near = new MisspeltWord(misspelt.size(), word, given);
                misspelt.add(near);
                all.add("(" + begins + " or " + near.isInName() + ")");
                slips.add("case when " + begins + " then 0 else " + near.slips() + " end");
            } else {
                all.add(begins);
            }
        }
        List<String> every = facts();
        String fewest = String.join(" + ", slips);
        String joined = joined();
        if (joined.isEmpty()) {
            every.addAll(all);
        } else {
            every.add("(" + String.join(" and ", all) + " or " + joined + ")");
            fewest = "case when " + joined + " then 0 else " + fewest + " end";
        }
        String near = misspelt.isEmpty() ? "" : "with " + MisspeltWord.allOf(misspelt);
        return near + best(fewest, every);
    }

    /** Some typed words are one word of the name; empty when there is but one. */
    private String joined() {
        List<String> ways = new ArrayList<>();
        for (List<String> way : query.joined()) {
            ways.add(way.stream().map(this::begins).collect(Collectors.joining(" and ")));
        }
        return ways.isEmpty() ? "" : "(" + String.join(" or ", ways) + ")";
    }

    /**
     * The best are known before their rows are read, and each is read by its id (the offset keeps
     * it so): joining otherwise may read every patient for two letters.
     */
    private String best(String slips, List<String> every) {
        String best = "slips, reading, likeness desc, ends desc, family_name, given_name, id";
        return """
               select %s from (
                 select id, family_name, given_name, %s as ends, %s as likeness,
                        %s as reading, %s as slips
                   from patient where %s
                  order by %s limit %d) as best
               cross join lateral (select * from patient where id = best.id offset 0) as p
               order by best.%s"""
                .formatted(
                        READ,
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
        return "similarity(plain_name, :name)";
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
        for (String email : query.emails()) {
            String name = "email" + query.emails().indexOf(email);
            given.put(name, "% " + literally(email) + "%");
            every.add("search_email like :" + name);
        }
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
        if (!begun.contains(word)) {
            begun.add(word);
        }
        String name = "word" + begun.indexOf(word);
        if (query.isOneLetter()) {
            given.put(name, word);
            return "string_to_array(search_name, ' ') && array[cast(:" + name + " as text)]";
        }
        given.put(name, "% " + word + "%");
        List<String> ways = new ArrayList<>(List.of("search_name like :" + name));
        for (Spelling other : query.otherwise(word)) {
            String way = name + "as" + ways.size();
            given.put(way, "% " + other.word() + (other.whole() ? " %" : "%"));
            ways.add("search_name like :" + way);
        }
        return ways.size() == 1 ? ways.get(0) : "(" + String.join(" or ", ways) + ")";
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
