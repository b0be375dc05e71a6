package org.ilium.demo;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.ilium.access.OwnSchemaProfile;

/** The demo clinic in a schema of its own, beside the database the other tests share. */
public class DemoProfile implements QuarkusTestProfile {

    private final String schema;
    private final Map<String, String> more;

    public DemoProfile() {
        this("demo_clinic", Map.of());
    }

    /** In another schema and with more settings, for tests that change what the demo made. */
    protected DemoProfile(String schema, Map<String, String> more) {
        this.schema = schema;
        this.more = more;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(OwnSchemaProfile.inSchema(schema));
        settings.put("ilium.demo", "true");
        settings.putAll(more);
        return settings;
    }

    /**
     * The demo clinic, for tests that add to what it made; its mail stays in its mailbox, and the
     * server that other tests name is not asked.
     */
    public static class Used extends DemoProfile {

        public Used() {
            super("demo_used", Map.of("ilium.mail.transport", "local"));
        }
    }
}
