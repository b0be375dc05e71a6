package org.ilium.demo;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** The demo clinic in a schema of its own, beside the database the other tests share. */
public class DemoProfile implements QuarkusTestProfile {

    private final String schema;

    public DemoProfile() {
        this("demo_clinic");
    }

    /** In another schema, for tests that change what the demo made. */
    protected DemoProfile(String schema) {
        this.schema = schema;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ilium.demo",
                "true",
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

    /**
     * The demo clinic, for tests that add to what it made; its mail stays in its mailbox, and the
     * server that other tests name is not asked.
     */
    public static class Used extends DemoProfile {

        public Used() {
            super("demo_used");
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("ilium.mail.transport", "local");
            return settings;
        }
    }
}
