package org.ilium.messages;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.mailer.runtime.TrustStoreConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The clinic's SMTP relay as the settings {@code quarkus.mailer} describe it. */
@Singleton
class SmtpRelay {

    private static final String DISABLED = "DISABLED";
    private static final String REQUIRED = "REQUIRED";

    private final MailerRuntimeConfig config;
    private final TlsConfigurationRegistry tls;
    private final Vertx vertx;
    private volatile @Nullable SSLSocketFactory factory;

    SmtpRelay(MailersRuntimeConfig mailers, TlsConfigurationRegistry tls, Vertx vertx) {
        this.config = Objects.requireNonNull(mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME));
        this.tls = tls;
        this.vertx = vertx;
    }

    /** The user and password, where the relay wants them. */
    @Nullable Authenticator signIn() {
        if (config.username().isEmpty()) {
            return null;
        }
        PasswordAuthentication known =
                new PasswordAuthentication(config.username().get(), config.password().orElse(""));
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return known;
            }
        };
    }

    /** Whether nothing may be said before the change to TLS. */
    boolean demandsStartTls() {
        return !tlsFromTheFirstByte() && REQUIRED.equals(startTls());
    }

    /** What the mail library needs to know; {@code millis} is the longest it waits for a byte. */
    Properties properties(long millis) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", config.host());
        properties.put("mail.smtp.timeout", Long.toString(millis));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        config.username().ifPresent(user -> properties.put("mail.smtp.user", user));
        config.authMethods()
                .ifPresent(methods -> properties.put("mail.smtp.auth.mechanisms", methods));
        config.ownHostName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
        config.bounceAddress().ifPresent(address -> properties.put("mail.smtp.from", address));
        properties.put("mail.smtp.ehlo", Boolean.toString(!config.disableEsmtp()));
        if (!tlsFromTheFirstByte() && !DISABLED.equals(startTls())) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", Boolean.toString(demandsStartTls()));
            properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(!trustsAll()));
            properties.put("mail.smtp.ssl.socketFactory", factory());
        }
        return properties;
    }

    /** Where the relay listens. */
    InetSocketAddress address() {
        return new InetSocketAddress(config.host(), port());
    }

    /** The connection to speak over: the one given, or TLS over it. */
    Socket speaking(Socket connected) throws IOException {
        if (!tlsFromTheFirstByte()) {
            return connected;
        }
        SSLSocket socket =
                (SSLSocket) factory().createSocket(connected, config.host(), port(), true);
        if (!trustsAll()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return socket;
    }

    private int port() {
        return config.port()
                .orElse(tlsFromTheFirstByte() ? 465 : REQUIRED.equals(startTls()) ? 587 : 25);
    }

    @SuppressWarnings("deprecation") // still in the settings of whoever set it
    private boolean tlsFromTheFirstByte() {
        return config.ssl()
                || config.tls().orElse(config.tlsConfigurationName().isPresent() || trustsAll());
    }

    private String startTls() {
        return config.startTLS().toUpperCase(Locale.ROOT);
    }

    @SuppressWarnings("deprecation") // as above
    private boolean trustsAll() {
        return config.tlsConfigurationName().isEmpty() && config.trustAll().orElse(false);
    }

    private SSLSocketFactory factory() {
        SSLSocketFactory made = factory;
        if (made == null) {
            try {
                made = context().getSocketFactory();
            } catch (Exception e) {
                throw new IllegalStateException("quarkus.mailer: TLS cannot be set up", e);
            }
            factory = made;
        }
        return made;
    }

    private SSLContext context() throws Exception {
        if (config.tlsConfigurationName().isPresent()) {
            String name = config.tlsConfigurationName().get();
            TlsConfiguration named =
                    tls.get(name)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "no TLS configuration " + name));
            return named.createSSLContext();
        }
        TrustOptions trusted = trusted();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                null,
                trusted == null ? null : trusted.getTrustManagerFactory(vertx).getTrustManagers(),
                null);
        return context;
    }

    private @Nullable TrustOptions trusted() {
        if (trustsAll()) {
            return TrustOptions.wrap(InsecureTrustManagerFactory.INSTANCE.getTrustManagers()[0]);
        }
        TrustStoreConfig store = config.truststore();
        if (store.paths().isEmpty()) {
            return null;
        }
        List<String> paths = store.paths().get();
        String password = store.password().orElse(null);
        return switch (kind(store, paths.get(0))) {
            case "JKS" -> new JksOptions().setPath(paths.get(0)).setPassword(password);
            case "PKCS" -> new PfxOptions().setPath(paths.get(0)).setPassword(password);
            default -> {
                PemTrustOptions pem = new PemTrustOptions();
                paths.forEach(pem::addCertPath);
                yield pem;
            }
        };
    }

    private static String kind(TrustStoreConfig store, String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return store.type()
                .map(type -> type.toUpperCase(Locale.ROOT))
                .orElse(
                        name.endsWith(".jks")
                                ? "JKS"
                                : name.endsWith(".p12") || name.endsWith(".pfx") ? "PKCS" : "PEM");
    }
}
