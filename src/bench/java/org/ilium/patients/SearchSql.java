package org.ilium.patients;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements the program itself would run for what a caller says, for JDBC. */
public record SearchSql(String sql, List<Object> values) {

    private static final Pattern NAMED = Pattern.compile("(?<![:\\\\]):(\\w+)");

    public static final int MOST = PatientSearch.MOST;

    public static SearchSql beginning(String typed) {
        return of(query(typed), SearchStatement.Match.BEGINS);
    }

    /** Null when what was said is too short for a name to be spelt otherwise. */
    public static @Nullable SearchSql alike(String typed) {
        SearchQuery query = query(typed);
        return query.isOtherwiseMaybe() ? of(query, SearchStatement.Match.ALIKE) : null;
    }

    private static SearchQuery query(String typed) {
        return SearchQuery.of(typed, LocalDate.now(ZoneOffset.UTC), true);
    }

    private static SearchSql of(SearchQuery query, SearchStatement.Match match) {
        SearchStatement statement = new SearchStatement(query, match);
        String named = statement.sql();
        List<Object> values = new ArrayList<>();
        for (MatchResult found : NAMED.matcher(named).results().toList()) {
            values.add(statement.given().get(found.group(1)));
        }
        return new SearchSql(NAMED.matcher(named).replaceAll("?"), values);
    }
}
