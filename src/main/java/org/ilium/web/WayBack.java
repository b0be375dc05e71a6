package org.ilium.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page of a patient's own link, for when something she did there was refused. */
record WayBack(String href, String label) {

    private static final Pattern OWN_LINK = Pattern.compile("/([apr])/[\\w-]+(?=/|$)");
    private static final Map<String, String> LABELS =
            Map.of(
                    "a", "Back to your appointment",
                    "p", "Back to your plan",
                    "r", "Back to your review");
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    /** Null elsewhere, and when the link itself was refused: it leads to no page then. */
    static @Nullable WayBack of(String path, int status) {
        Matcher link = OWN_LINK.matcher(path);
        boolean refused = status == NOT_FOUND || status == GONE;
        return refused || !link.lookingAt()
                ? null
                : new WayBack(link.group(), LABELS.get(link.group(1)));
    }
}
