package org.ilium;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartTest {

    @Inject EntityManager database;

    @Test
    void itStartsItsOwnPostgreSql18() {
        Object version =
                database.createNativeQuery(
                                "select current_setting('server_version_num')::int / 10000")
                        .getSingleResult();

        assertThat(version).isEqualTo(18);
    }
}
