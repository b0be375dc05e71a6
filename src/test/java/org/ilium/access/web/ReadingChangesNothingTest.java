package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every row of every table before and after reading each route of the program. */
@QuarkusTest
class ReadingChangesNothingTest {

    /** A chart read leaves its row in the audit trail; a session notes when it was used. */
    private static final Map<String, String> ALLOWED_TO_CHANGE =
            Map.of("audit_entry", "null", "staff_session", "t.token_hash");

    @Inject EntityManager database;

    static List<Route> everyRouteThatReads() {
        return Route.declared().stream().filter(Route::isReading).toList();
    }

    @ParameterizedTest
    @MethodSource("everyRouteThatReads")
    void noTableHoldsAnythingElseAfterARead(Route route) {
        String token =
                SignedIn.session(Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR).token();
        Map<String, String> before = contents();

        request(route, token).get(route.example());
        request(route, token).head(route.example());

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aChangedRowWouldBeNoticed() {
        Map<String, String> before = contents();

        SignedIn.session(Roles.FRONT_DESK);

        assertThat(contents()).isNotEqualTo(before);
    }

    private static RequestSpecification request(Route route, String token) {
        return route.allows(Route.ANONYMOUS)
                ? RestAssured.given().redirects().follow(false)
                : SignedIn.withSession(token);
    }

    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (Object table :
                database.createNativeQuery(
                                """
                                select table_name::text from information_schema.tables
                                where table_schema = current_schema()
                                  and table_type = 'BASE TABLE'""")
                        .getResultList()) {
            contents.put(table.toString(), sum(table.toString()));
        }
        return contents;
    }

    private String sum(String table) {
        return database.createNativeQuery(
                                        "select sum(('x' || left(md5((%s)::text), 15))::bit(60)::bigint)::text from %s t"
                                                .formatted(
                                                        ALLOWED_TO_CHANGE.getOrDefault(table, "t"),
                                                        table))
                                .getSingleResultOrNull()
                        instanceof String sum
                ? sum
                : "";
    }
}
