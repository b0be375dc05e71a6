package org.ilium.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.ilium.patients.SearchSql;

/**
 * The desk looks for a caller: a third by phone digits, a third by the beginning of a name, a sixth
 * by a misspelt name, a sixth by birth date. Nearly every search finds someone and is audited.
 */
record SearchCase(BenchDatabase database, int port, List<String> asked) implements Case {

    static SearchCase of(BenchDatabase database, int port) throws SQLException {
        List<String> asked = new ArrayList<>();
        try (var connection = database.connect();
                var sql = connection.createStatement();
                var found =
                        sql.executeQuery(
                                """
                                select given_name, family_name, phone, birth_date::text from patient
                                 order by md5(id::text) limit 300
                                """)) {
            while (found.next()) {
                String given = found.getString(1);
                String family = found.getString(2);
                String phone = found.getString(3);
                asked.add(phone.substring(phone.length() - 4));
                asked.add(phone.substring(2, 5) + " " + phone.substring(5, 8) + " " + phone.substring(8));
                asked.add(given + " " + family.substring(0, 4));
                asked.add(family.substring(0, 5));
                asked.add(given + " " + slip(family));
                asked.add(found.getString(4));
            }
        }
        return new SearchCase(database, port, asked);
    }

    /** Two letters changed places. */
    private static String slip(String name) {
        return name.substring(0, 2) + name.charAt(3) + name.charAt(2) + name.substring(4);
    }

    @Override
    public String name() {
        return "caller search";
    }

    private String next() {
        return asked.get(ThreadLocalRandom.current().nextInt(asked.size()));
    }

    @Override
    public Load.Action app() throws Exception {
        Http http = new Http(port);
        return Action.of(
                () ->
                        http.post(
                                "/api/v1/patients/searches",
                                "{\"q\":\"" + next() + "\"}",
                                Set.of(200)),
                http);
    }

    @Override
    public Load.Action jdbc() throws Exception {
        Jdbc jdbc = new Jdbc(database.connect());
        RequestSql sql = new RequestSql(jdbc, BenchDatabase.tokenHash());
        return Action.of(
                () -> {
                    sql.session();
                    jdbc.begin();
                    Set<Object> found = found(jdbc, next());
                    if (!found.isEmpty()) {
                        sql.auditSearch(found);
                    }
                    jdbc.commit();
                    if (!found.isEmpty()) {
                        sql.openEpisodes(found);
                    }
                },
                jdbc);
    }

    private static Set<Object> found(Jdbc jdbc, String said) throws SQLException {
        SearchSql beginning = SearchSql.beginning(said);
        Set<Object> found =
                new LinkedHashSet<>(jdbc.read(beginning.sql(), beginning.values().toArray()));
        SearchSql alike = SearchSql.alike(said);
        if (found.size() < SearchSql.MOST && alike != null) {
            found.addAll(jdbc.read(alike.sql(), alike.values().toArray()));
        }
        return found.stream().limit(SearchSql.MOST).collect(Collectors.toSet());
    }
}
