package org.ilium.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The program on an empty database of its own, beside the one the other tests share. */
public class OwnSchemaProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.flyway.default-schema",
                "first_start",
                "quarkus.flyway.schemas",
                "first_start",
                "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema",
                "first_start,public",
                // extensions belong to the whole database: the other tests must find them too
                "quarkus.flyway.init-sql",
                "create extension if not exists btree_gist schema public;"
                        + "create extension if not exists pg_trgm schema public");
    }
}
