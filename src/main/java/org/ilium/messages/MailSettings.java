package org.ilium.messages;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.DemoMode;

/** Which way messages leave. */
@Singleton
public class MailSettings {

    private final String wanted;
    private final boolean demo;
    private final boolean serverNamed;
    private final SmtpTransport smtp;
    private final LocalTransport local;

    MailSettings(
            @ConfigProperty(name = "ilium.mail.transport", defaultValue = "auto") String wanted,
            DemoMode demo,
            Config config,
            SmtpTransport smtp,
            LocalTransport local) {
        this.wanted = wanted;
        this.demo = demo.isOn();
        this.smtp = smtp;
        this.local = local;
        ConfigValue host = config.getConfigValue("quarkus.mailer.host");
        // the framework's own default, "localhost", has a negative ordinal and is no choice
        this.serverNamed = host.getValue() != null && host.getSourceOrdinal() > 0;
    }

    /** The way messages leave; empty when none is set up, so that they wait in the outbox. */
    Optional<Transport> transport() {
        return switch (wanted) {
            case "smtp" -> Optional.of(smtp);
            case "local" -> Optional.of(local);
            case "auto" ->
                    serverNamed ? Optional.of(smtp) : demo ? Optional.of(local) : Optional.empty();
            default ->
                    throw new IllegalStateException(
                            "ilium.mail.transport must be auto, smtp or local, not " + wanted);
        };
    }

    /** Whether messages can leave at all. */
    public boolean canSend() {
        return transport().isPresent();
    }

    /** Whether messages stay on the demo's own page. */
    public boolean isLocal() {
        return transport().filter(way -> way == local).isPresent();
    }
}
