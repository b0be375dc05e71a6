package org.ilium.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search stays on its indexes in a clinic of many years. */
@QuarkusTest
class SearchIndexTest {

    /** Twenty thousand patients with all their indexes take longer than a request may. */
    private static final int SECONDS = 900;

    private static final String TWENTY_THOUSAND =
            """
            insert into patient (id, given_name, family_name, birth_date, phone, email, created_at)
            select gen_random_uuid(),
                   initcap(translate(substr(md5((i % 200)::text), 1, 6), '0123456789', 'aeioulnrst')),
                   initcap(translate(substr(md5((i % 4000)::text), 10, 9), '0123456789', 'aeioulnrst')),
                   date '1970-01-01' + i % 12000,
                   '+1312' || lpad((i * 7919 % 10000000)::text, 7, '0'),
                   'demo' || i || '@demo.example',
                   now()
              from generate_series(1, 20000) as i""";

    @Inject EntityManager database;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(SECONDS));
    }

    @AfterEach
    void leaveNothing() {
        QuarkusTransaction.rollback();
    }

    @Test
    void noSearchReadsEveryPatient() {
        run(TWENTY_THOUSAND);
        for (String index :
                List.of(
                        "patient_by_name_part",
                        "patient_by_phone_part",
                        "patient_by_email_part",
                        "patient_by_name_word",
                        "name_word_by_misspelling")) {
            database.createNativeQuery("select gin_clean_pending_list(cast(:i as regclass))")
                    .setParameter("i", index)
                    .getSingleResult();
        }
        run("analyze patient");
        run("analyze name_word");
        String family = first("family_name");
        String phone = first("phone");
        String typo = family.charAt(1) + family.substring(0, 1) + family.substring(2);

        for (String said :
                List.of(
                        phone.substring(5),
                        phone.substring(8),
                        family,
                        family.substring(0, 3),
                        family.substring(0, 2),
                        typo.toLowerCase(),
                        "1/20/1971",
                        "01101971",
                        family + " " + phone.substring(8),
                        "ada " + family,
                        "saint " + family,
                        "st " + family,
                        "st" + family.toLowerCase(),
                        "djordje",
                        "Đorđe " + family,
                        family.substring(0, 3) + "@demo.example")) {
            for (SearchStatement.Match match : SearchStatement.Match.values()) {
                assertThat(plan(said, match))
                        .as(said + " " + match)
                        .contains("Index")
                        .doesNotContain("Seq Scan on patient", "Seq Scan on name_word");
            }
        }
    }

    private String plan(String said, SearchStatement.Match match) {
        SearchStatement statement = new SearchStatement(SearchQueryTest.read(said), match);
        Query explained = database.createNativeQuery("explain " + statement.sql(), String.class);
        statement.given().forEach(explained::setParameter);
        return lines(explained);
    }

    @SuppressWarnings("unchecked")
    private static String lines(Query explained) {
        return ((List<String>) explained.getResultList())
                .stream().collect(Collectors.joining("\n"));
    }

    private String first(String column) {
        return (String)
                database.createNativeQuery(
                                "select "
                                        + column
                                        + " from patient where birth_date = '1971-01-20'"
                                        + " limit 1",
                                String.class)
                        .getSingleResult();
    }

    private void run(String statement) {
        database.createNativeQuery(statement.replace("::", "\\:\\:")).executeUpdate();
    }
}
