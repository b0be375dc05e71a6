package org.ilium.access.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: only to a page of ours, whatever the address asked for. */
final class LocalPath {

    private LocalPath() {}

    /** The path itself when it is one of ours, else {@code otherwise}. */
    static String orElse(@Nullable String asked, String otherwise) {
        return asked != null && isLocal(asked) ? asked : otherwise;
    }

    /** Browsers read a backslash as a slash, and two slashes as another host. */
    private static boolean isLocal(String asked) {
        if (!asked.startsWith("/") || asked.startsWith("//") || asked.contains("\\")) {
            return false;
        }
        try {
            URI uri = new URI(asked);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
