package org.ilium.patients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The statement the program itself would run for what a caller says, for JDBC. */
public record SearchSql(boolean misspelt, String sql, List<Object> values) {

    private static final Pattern NAMED = Pattern.compile("(?<![:\\\\]):(\\w+)");

    public static final String THRESHOLD = PatientSearch.SLIP_OF_THE_PEN;

    public static SearchSql of(String typed) {
        SearchQuery query = SearchQuery.of(typed);
        boolean misspelt = PatientSearch.isMisspeltMaybe(query);
        Map<String, Object> given = new HashMap<>();
        String named = PatientSearch.statement(query, misspelt, given);
        List<Object> values = new ArrayList<>();
        for (MatchResult found : NAMED.matcher(named).results().toList()) {
            values.add(given.get(found.group(1)));
        }
        String sql = NAMED.matcher(named).replaceAll("?").replace("\\:\\:", "::");
        return new SearchSql(misspelt, sql, values);
    }
}
