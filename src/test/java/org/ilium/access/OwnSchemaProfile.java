package org.ilium.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The program on an empty database of its own, beside the one the other tests share. */
public class OwnSchemaProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return inSchema("first_start");
    }

    public static Map<String, String> inSchema(String schema) {
        return Map.of(
                "quarkus.flyway.default-schema",
                schema,
                "quarkus.flyway.schemas",
                schema,
                "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema",
                schema + ",public",
                // extensions belong to the whole database: the other tests must find them too
                "quarkus.flyway.init-sql",
                "create extension if not exists btree_gist schema public;"
                        + "create extension if not exists pg_trgm schema public;"
                        + "create extension if not exists fuzzystrmatch schema public");
    }
}
