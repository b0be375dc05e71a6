package org.ilium.demo;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The demo clinic in a schema of its own, beside the database the other tests share. */
public class DemoProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ilium.demo",
                "true",
                "quarkus.flyway.default-schema",
                "demo_clinic",
                "quarkus.flyway.schemas",
                "demo_clinic",
                "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema",
                "demo_clinic,public",
                // extensions belong to the whole database: the other tests must find them too
                "quarkus.flyway.init-sql",
                "create extension if not exists btree_gist schema public;"
                        + "create extension if not exists pg_trgm schema public");
    }
}
