package org.ilium.patients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements the program itself would run for what a caller says, for JDBC. */
public record SearchSql(String sql, List<Object> values) {

    private static final Pattern NAMED = Pattern.compile("(?<![:\\\\]):(\\w+)");

    public static final String THRESHOLD = PatientSearch.SLIP_OF_THE_PEN;

    public static final int MOST = PatientSearch.MOST;

    public static SearchSql beginning(String typed) {
        return of(SearchQuery.of(typed), PatientSearch.Match.BEGINS);
    }

    /** Null when what was said is too short to be misspelt. */
    public static @Nullable SearchSql alike(String typed) {
        SearchQuery query = SearchQuery.of(typed);
        return PatientSearch.isMisspeltMaybe(query) ? of(query, PatientSearch.Match.ALIKE) : null;
    }

    private static SearchSql of(SearchQuery query, PatientSearch.Match match) {
        Map<String, Object> given = new HashMap<>();
        String named = PatientSearch.statement(query, match, given);
        List<Object> values = new ArrayList<>();
        for (MatchResult found : NAMED.matcher(named).results().toList()) {
            values.add(given.get(found.group(1)));
        }
        return new SearchSql(NAMED.matcher(named).replaceAll("?"), values);
    }
}
