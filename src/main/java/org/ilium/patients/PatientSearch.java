package org.ilium.patients;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds a caller, each statement on the trigram or the birth date index. Those whose names begin so
 * come before those whose names are merely alike, who are looked for only while there is room.
 */
@Singleton
class PatientSearch {

    static final int MOST = 10;

    /** Shorter names are alike by chance. */
    private static final int FEWEST_LETTERS_MISSPELT = 4;

    /** Two letters changed places in a word of five still count as alike. */
    static final String SLIP_OF_THE_PEN =
            "select set_config('pg_trgm.word_similarity_threshold', '0.45', true)";

    private final EntityManager database;

    PatientSearch(EntityManager database) {
        this.database = database;
    }

    List<PatientInfo> find(String typed) {
        SearchQuery query = SearchQuery.of(typed);
        if (query.isEmpty()) {
            return List.of();
        }
        Map<UUID, PatientInfo> found = new LinkedHashMap<>();
        for (Patient patient : run(query, Match.BEGINS)) {
            found.put(patient.id(), patient.info());
        }
        if (found.size() < MOST && isMisspeltMaybe(query)) {
            database.createNativeQuery(SLIP_OF_THE_PEN, String.class).getSingleResult();
            for (Patient patient : run(query, Match.ALIKE)) {
                found.putIfAbsent(patient.id(), patient.info());
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    /** How a name may match; likeness takes long to find, so it is the second try. */
    enum Match {
        BEGINS,
        ALIKE
    }

    static boolean isMisspeltMaybe(SearchQuery query) {
        return String.join("", query.words()).length() >= FEWEST_LETTERS_MISSPELT;
    }

    @SuppressWarnings("unchecked")
    private List<Patient> run(SearchQuery query, Match match) {
        Map<String, Object> given = new HashMap<>();
        Query found = database.createNativeQuery(statement(query, match, given), Patient.class);
        given.forEach(found::setParameter);
        return (List<Patient>) found.getResultList();
    }

    /**
     * The ten best are known before their rows are read, and each is read by its id (the offset
     * keeps it so): joining otherwise may read every patient for two letters.
     */
    static String statement(SearchQuery query, Match match, Map<String, Object> given) {
        List<String> every = new ArrayList<>(List.of("true"));
        if (query.birthDate() != null) {
            every.add("birth_date = :birthDate");
            given.put("birthDate", query.birthDate());
        }
        if (!query.phoneParts().isEmpty()) {
            every.add(anyPhonePart(query, given));
        }
        String likeness = "cast(0 as real)";
        if (!query.words().isEmpty()) {
            given.put("name", query.name());
            boolean alike = match == Match.ALIKE;
            likeness =
                    alike
                            ? "word_similarity(:name, search_name)"
                            : "similarity(search_name, :name)";
            every.add(alike ? ":name <% search_name" : everyWord(query, given));
        }
        String best = "likeness desc, ends desc, family_name, given_name, id";
        return """
               select p.* from (
                 select id, family_name, given_name, %s as ends, %s as likeness
                   from patient where %s
                  order by %s limit %d) as best
               cross join lateral (select * from patient where id = best.id offset 0) as p
               order by best.%s"""
                .formatted(
                        numberEndsSo(query),
                        likeness,
                        String.join(" and ", every),
                        best,
                        MOST,
                        best.replace(", ", ", best."));
    }

    private static String everyWord(SearchQuery query, Map<String, Object> given) {
        List<String> begins = new ArrayList<>(List.of("true"));
        for (String word : query.words()) {
            String name = "word" + begins.size();
            begins.add("search_name like :" + name);
            given.put(name, "% " + word + "%");
        }
        return String.join(" and ", begins);
    }

    private static String anyPhonePart(SearchQuery query, Map<String, Object> given) {
        List<String> parts = new ArrayList<>();
        for (String part : query.phoneParts()) {
            String name = "phone" + parts.size();
            parts.add("phone_digits like :" + name);
            given.put(name, "%" + part + "%");
        }
        return "(" + String.join(" or ", parts) + ")";
    }

    /** The last digits are what a caller reads out; they are digits only, so safe in the text. */
    private static String numberEndsSo(SearchQuery query) {
        return query.phoneParts().stream()
                .min(Comparator.comparingInt(String::length))
                .map("phone_digits like '%%%s'"::formatted)
                .orElse("true");
    }
}
