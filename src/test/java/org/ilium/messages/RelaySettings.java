package org.ilium.messages;

import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ilium.fixture.TlsRelay;

/** The transport as the README's settings make it, without a start of the program for each. */
@Singleton
class RelaySettings {

    private final TlsConfigurationRegistry tls;
    private final Vertx vertx;
    private final Clock clock;

    RelaySettings(TlsConfigurationRegistry tls, Vertx vertx, Clock clock) {
        this.tls = tls;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** To the relay of tests on that port, with one more setting. */
    SmtpTransport transport(int port, String setting, String value) {
        Map<String, String> settings = new HashMap<>(TlsRelay.settings(port));
        settings.put(setting, value);
        MailersRuntimeConfig read =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(MailersRuntimeConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "README", 500))
                        .build()
                        .getConfigMapping(MailersRuntimeConfig.class);
        return new SmtpTransport(new SmtpRelay(read, tls, vertx), Duration.ofSeconds(30), clock);
    }
}
