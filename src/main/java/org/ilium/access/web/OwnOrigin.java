package org.ilium.access.web;

import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Knows an {@code Origin} header of the clinic's own pages: the host the request was sent to, or
 * {@code ilium.base-url}. The scheme is not compared with the host's, since a proxy may take off
 * the TLS.
 */
@Singleton
class OwnOrigin {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final @Nullable Place configured;

    OwnOrigin(@ConfigProperty(name = "ilium.base-url") String baseUrl) {
        this.configured = place(baseUrl);
    }

    /** Whether it is ours; {@code sentTo} is what the request's Host header names, if anything. */
    boolean is(String origin, @Nullable HostAndPort sentTo) {
        Place from = place(origin);
        if (from == null) {
            return false;
        }
        return from.equals(configured) || (sentTo != null && from.isWhere(sentTo));
    }

    private static @Nullable Place place(String url) {
        try {
            URI uri = URI.create(url.strip());
            if (uri.getHost() == null || uri.getScheme() == null) {
                return null;
            }
            int usual = uri.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
            int port = uri.getPort() < 0 ? usual : uri.getPort();
            return new Place(uri.getHost().toLowerCase(Locale.ROOT), port);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private record Place(String host, int port) {

        /** A host without a port is reached at the usual one of either scheme. */
        boolean isWhere(HostAndPort sentTo) {
            return host.equals(sentTo.host().toLowerCase(Locale.ROOT))
                    && (sentTo.port() > 0 ? port == sentTo.port() : port == HTTPS || port == HTTP);
        }
    }
}
