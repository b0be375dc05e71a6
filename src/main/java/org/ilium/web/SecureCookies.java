package org.ilium.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What follows from an https {@code ilium.base-url}, so that no further setting can be forgotten:
 * cookies go over https only, under names no other host can set, and browsers are told to come by
 * https alone. Whoever sets the framework's own settings overrides this.
 */
public class SecureCookies implements ConfigSourceFactory {

    /** The form token's cookie where there is no https. */
    public static final String FORM_TOKEN = "csrf-token";

    /** A browser takes such a cookie from this host alone, over https, for all of its paths. */
    private static final String HOST = "__Host-";

    /** Of this host only: what else its domain holds is not ours to say. */
    private static final String TWO_YEARS = "max-age=63072000";

    /** Below the program's own settings and the environment. */
    private static final int ORDINAL = 240;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue url = context.getValue("ilium.base-url");
        boolean https = url.getValue() != null && isHttps(url.getValue());
        return https
                ? List.of(
                        new PropertiesConfigSource(
                                Map.of(
                                        "quarkus.rest-csrf.cookie-force-secure",
                                        "true",
                                        "quarkus.rest-csrf.cookie-name",
                                        HOST + FORM_TOKEN,
                                        "quarkus.http.same-site-cookie."
                                                + HOST
                                                + FORM_TOKEN
                                                + ".value",
                                        "lax",
                                        "quarkus.http.header.\"Strict-Transport-Security\".value",
                                        TWO_YEARS),
                                "https only",
                                ORDINAL))
                : List.of();
    }

    /** After the program's own settings have been read, so that they can be asked. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(290);
    }

    /** The name of a cookie here: where the clinic has https, one that no other host can set. */
    public static String name(String plain) {
        return Here.HTTPS ? HOST + plain : plain;
    }

    /** Whether this clinic is reached over https. */
    public static boolean isHttps() {
        return Here.HTTPS;
    }

    /** Read when the first request comes, once the settings are all there. */
    private static final class Here {
        static final boolean HTTPS =
                isHttps(ConfigProvider.getConfig().getValue("ilium.base-url", String.class));
    }

    /** Whether the clinic is reached over https at this base URL; its scheme may be in capitals. */
    public static boolean isHttps(String baseUrl) {
        return baseUrl.strip().regionMatches(true, 0, "https:", 0, "https:".length());
    }
}
